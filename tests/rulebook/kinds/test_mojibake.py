"""Kind `mojibake`."""

from __future__ import annotations

from hypothesis import given, settings

from checker.words.finding import Severity
from tests.rulebook.kinds.reports import hits, quotes
from tests.rulebook.kinds.sentences import planted, report_of

RULE = "encoding.mojibake"
PLANTED = (
    "綜合執法水平?,F將情況報告如下。",
    "推进锟斤拷依法行政。",
    "加强\ufffd\ufffd监督。",
    "鎴戦晣鍏ㄩ潰鎺ㄨ繘依法行政。",
)
DAMAGED = ("?,F", "锟斤拷", "\ufffd\ufffd", "鎴戦晣鍏ㄩ潰鎺ㄨ繘")


@given(planted(PLANTED))
@settings(max_examples=20)
def test_each_damage_is_one_hit(case: tuple[str, list[str]]) -> None:
    text, faults = case
    assert quotes(RULE, text) == [DAMAGED[PLANTED.index(fault)] for fault in faults]


def test_what_was_meant_is_told() -> None:
    ((_, hit),) = hits(RULE, report_of(PLANTED[0]))
    assert (hit.arguments["meant"], hit.severity) == ("。現", None)


def test_a_symbol_of_a_private_font_is_for_a_person_to_look_at() -> None:
    ((_, hit),) = hits(RULE, report_of("\ue004加强组织领导。"))
    assert hit.severity is Severity.WARNING


def test_a_text_that_is_damaged_throughout_is_one_finding() -> None:
    body = "。".join("依法\ufffd行政执法" for _ in range(40))
    ((_, hit),) = hits(RULE, report_of(body))
    assert hit.arguments["count"] == "40"
    assert 0 < len(hit.related) < 40
