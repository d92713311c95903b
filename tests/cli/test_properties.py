"""Nothing that a user can put in a file raises, and a finding keeps its identity when the text changes elsewhere."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.pipeline import Options, check
from checker.readers import read_bytes
from checker.renderers.formats import render
from checker.rulebook.loader import load
from checker.settings import FORMATS
from checker.words.audit import Audit
from checker.words.profile import Profile
from checker.words.run import Run
from checker.words.source import Source
from tests.cli.texts import CLEAN

PIECES = [
    *CLEAN.splitlines(keepends=True),
    *[
        "一、",
        "（一）",
        "1．",
        "(1)",
        "①",
        "第一部分 ",
        "2024年2月30日",
        "二〇二三年",
        "XX",
        "《",
        "》",
        "“",
        "\t",
        "|甲|1|",
        "\r",
        "\r\n",
    ],
    *[
        "\x00",
        "\u202e",
        "\ufeff",
        "\u200b",
        "？F",
        "?!",
        "１２３",
        "12.5%",
        "其中",
        "共",
        "余",
        "万",
        "下降至",
        "𠮷",
        "ß",
        "İ",
    ],
]
MIXED = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=25).map("".join)
NOTES = ["本镇位于县城以北。", "有关情况已另行说明。", "各项工作平稳推进。"]
DEFECTS = CLEAN.replace("撤销15件", "撤销16件").replace("进一步", "进—步").replace("运用新媒体", "XX年，运用新媒体")


@cache
def options(profile: str | None = None) -> Options:
    return Options(load(), profile)


def audited(text: str, profile: str | None = None) -> Audit:
    return check(Source("报告.txt", text, "utf-8"), options(profile))


@settings(max_examples=60)
@given(MIXED, st.sampled_from([None, *Profile]))
def test_any_text_can_be_checked_and_shown(text: str, profile: str | None) -> None:
    audit = audited(text, profile)
    assert audit.fault is None or audit.fault.code not in {"internal_error", "rule_error"}
    run = Run(options().rulebook, (audit,))
    report = json.loads(render(run, "json"))["reports"][0]
    for name in FORMATS:
        render(run, name)
    for found in places(report):
        quote = found.get("quote", found.get("text"))
        assert quote is None or text[found["offset"] : found["end_offset"]] == quote
        assert 1 <= found["line"] <= found["end_line"]


def places(value: Any) -> list[dict[str, Any]]:
    """Every object of the JSON that names a place."""
    if isinstance(value, list):
        return [place for item in value for place in places(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "offset" in value else []
    return own + [place for item in value.values() for place in places(item)]


@settings(max_examples=60)
@given(st.binary(max_size=200) | MIXED.map(lambda text: text.encode("utf-16", "surrogatepass")))
def test_any_bytes_can_be_checked(data: bytes) -> None:
    audit = check(read_bytes("报告.txt", data), options())
    assert audit.fault is None or audit.fault.code not in {"internal_error", "rule_error"}


def test_the_defects_are_found() -> None:
    assert {finding.rule.partition(".")[0] for finding in audited(DEFECTS).findings} >= {"figures", "language"}


LINES = [number for number, line in enumerate(CLEAN.splitlines()) if line.startswith("（")]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("note", NOTES)
def test_fingerprints_survive_edits_elsewhere(line: int, note: str) -> None:
    before = {finding.fingerprint for finding in audited(DEFECTS).findings}
    lines = DEFECTS.splitlines()
    lines[line] += note
    after = {finding.fingerprint for finding in audited("\n".join(lines)).findings}
    assert before
    assert before <= after
