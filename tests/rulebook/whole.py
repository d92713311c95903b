"""Examples of rules made whole: what a short text lacks of a report of its kind is added around it.

What is lacking is told from a rule's passing example; the same is then added to its failing one, so that nothing but
the fault itself tells the two reports apart.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from checker.figures import measure
from checker.outline import parse
from checker.rulebook.dossier import Dossier
from checker.rulebook.engine import Judged, judge
from checker.rulebook.loader import load
from checker.rulebook.markers import han
from checker.rulebook.tools.examples import AS_OF
from checker.words.document import Document, LineKind
from checker.words.source import Source

BOOK = load()
BODY = "青岚县水利局"
_FORMS = frozenset({"disclosure_annual"})
_CHAPTER = re.compile("([一二三四五六七八九十]{1,3})、.{1,40}$")
_TAIL = {LineKind.ISSUER, LineKind.DATE, LineKind.BLANK, LineKind.CLOSING}

_TITLES: Mapping[str, str] = {
    "rule_of_law_annual": "{body}{year}年度法治政府建设情况的报告",
    "enforcement_annual": "{body}{year}年度行政执法统计年报",
    "enforcement_work": "{body}{year}年行政执法工作情况的报告",
    "reconsideration_litigation": "{body}关于{year}年度行政复议和行政应诉工作情况的报告",
    "disclosure_annual": "{body}{year}年政府信息公开工作年度报告",
    "other": "{body}{year}年工作情况的报告",
}
_FOREWORDS: Mapping[str, str] = {
    "disclosure_annual": "根据《中华人民共和国政府信息公开条例》编制，统计期限为{year}年1月1日至{year}年12月31日。"
}
_FOREWORD = "{year}年，我单位认真落实各项部署，依法履行职责。现将有关情况报告如下："
_WORK = (
    ("achievements", "主要举措和成效", "落实执法公示、全过程记录和法制审核制度，案件全部按期审结，依法出庭应诉。"),
    ("shortcomings", "存在的不足和原因", "执法力量还不充足，普法形式较为单一，主要原因是编制有限、经费不足。"),
    ("plan", "{next}年工作安排", "继续加强业务培训，完善执法监督机制，提高办案质量。"),
)  # fmt: skip
_FIRST = (
    "first_responsible",
    "党政主要负责人履行推进法治建设第一责任人职责情况",
    "主要负责人主持召开专题会议，研究解决法治建设中的重点问题。",
)
_PARTS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "rule_of_law_annual": (*_WORK[:2], _FIRST, _WORK[2]),
    "disclosure_annual": (
        ("overview", "总体情况", "做好主动公开和依申请公开，严格信息管理，办好公开平台，加强监督保障。"),
        ("proactive", "主动公开政府信息情况", "按照规定主动公开各类政府信息，及时更新公开目录和指南。"),
        ("requests", "收到和处理政府信息公开申请情况", "申请全部依法按时答复，没有结转下年度办理的申请。"),
        ("disputes", "政府信息公开行政复议、行政诉讼情况", "没有因政府信息公开引起的行政复议和行政诉讼。"),
        ("shortcomings", "存在的主要问题及改进情况", "公开内容还不够全面，针对这一问题，已经完善审核制度并加强培训。"),
        ("other_matters", "其他需要报告的事项", "本年度没有收取政府信息公开信息处理费。"),
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Missing:
    """What a text lacks: a title, a foreword, a heading over all of it, further parts by their places, a signature."""

    body: str
    title: bool
    foreword: bool
    heading: bool
    parts: tuple[int, ...]
    signature: bool


def missing(text: str, profile: str) -> Missing:
    """What this text lacks of a report of the profile."""
    document = read(text, profile)
    dossier = Dossier(document, measure(document), BOOK, profile, AS_OF)
    lacking = [place for place, (part, _, _) in enumerate(parts_of(profile)) if not dossier.part(part)]
    bare = not document.sections and bool(text.strip())
    return Missing(
        body=document.issuer.text if document.issuer else BODY,
        title=document.title is None,
        foreword=document.foreword is None,
        heading=bare,
        parts=tuple(lacking[1:] if bare else lacking),
        signature=document.signed is None and document.signature is None,
    )


def whole(text: str, profile: str, lacking: Missing) -> str:
    """The text with what it lacks around it; parts of a form with fixed numbers go to their places, others to the end.

    What is added speaks of the text's own year.
    """
    document = read(text, profile)
    year = document.report_year or 2023
    facts = {"body": lacking.body, "year": year, "next": year + 1}
    lines = text.strip("\n").split("\n") if text.strip() else []
    top = document.index.number(document.title.spans[-1].start) if document.title and not lacking.title else 0
    tail = len(lines)
    while not lacking.signature and tail > top and document.lines[tail - 1].kind in _TAIL:
        tail -= 1
    first = parts_of(profile)[0][1]
    middle = [f"一、{first}"] * lacking.heading + lines[top:tail]
    made = [
        *([_TITLES[profile]] * lacking.title),
        *lines[:top],
        *([_FOREWORDS.get(profile, _FOREWORD)] * lacking.foreword),
        *(_in_form if profile in _FORMS else _at_end)(middle, profile, lacking.parts),
        *lines[tail:],
        *(["{body}", "{next}年1月25日"] * lacking.signature),
    ]
    return "\n".join(_filled(line, facts) for line in made) + "\n"


def _at_end(lines: list[str], profile: str, places: Sequence[int]) -> list[str]:
    """Below all others, numbered on."""
    count = sum(bool(_CHAPTER.match(line)) for line in lines)
    added = [parts_of(profile)[place][1:] for place in places]
    return lines + [line for n, (name, told) in enumerate(added, count + 1) for line in (f"{han(n)}、{name}", told)]


def _in_form(lines: list[str], profile: str, places: Sequence[int]) -> list[str]:
    """Each before the first that comes later in the form, with the number that it has there."""
    for place in places:
        _, name, told = parts_of(profile)[place]
        after = [han(number) for number in range(place + 2, len(parts_of(profile)) + 1)]
        at = next((n for n, line in enumerate(lines) if (m := _CHAPTER.match(line)) and m[1] in after), len(lines))
        lines = [*lines[:at], f"{han(place + 1)}、{name}", told, *lines[at:]]
    return lines


def _filled(line: str, facts: Mapping[str, object]) -> str:
    for name, value in facts.items():
        line = line.replace(f"{{{name}}}", str(value))
    return line


def parts_of(profile: str) -> tuple[tuple[str, str, str], ...]:
    """The parts that a report of this profile should have: id, heading, text."""
    return _PARTS.get(profile, _WORK)


def read(text: str, profile: str) -> Document:
    return parse(Source("-", text, "utf-8"), profile)


def judged(text: str, profile: str, as_of: date = AS_OF) -> Judged:
    """What all the rules say of the report."""
    document = read(text, profile)
    return judge(document, measure(document), BOOK, profile, as_of)
