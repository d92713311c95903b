"""Reports to plant faults in, and the verdict of one shipped rule on them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from hypothesis import strategies as st

from checker.figures import Ledger
from checker.outline import parse
from checker.rulebook.dossier import Dossier
from checker.rulebook.kinds import Judging
from checker.rulebook.loader import load
from checker.rulebook.markers import han
from checker.words.document import Document
from checker.words.rule import Hit, Judgement, Rulebook
from checker.words.source import Source

TITLE = "青岚县水利局2023年度法治政府建设情况的报告"
FOREWORD = "2023年，我局认真落实各项部署，依法履行职责，各项工作取得新的进展。现将有关情况报告如下："
SIGNATURE = "青岚县水利局\n2024年1月25日"

ACHIEVEMENTS = "主要举措和成效\n全年办理行政许可12件，评查案卷30卷，组织培训4次。"
SHORTCOMINGS = "存在的不足和原因\n执法力量不足，执法方式较为单一，主要原因是编制有限。"
FIRST_RESPONSIBLE = (
    "党政主要负责人履行推进法治建设第一责任人职责情况\n局长主持召开专题会议4次，研究解决法治工作中的问题。"
)
PLAN = "2024年工作安排\n继续加强执法培训，完善执法监督机制。"


def chapters(*texts: str) -> str:
    """The texts as chapters 一、 二、 …, each with its heading on the first line."""
    return "\n".join(f"{han(number)}、{text}" for number, text in enumerate(texts, 1))


def report(body: str, title: str = TITLE, foreword: str = FOREWORD, signature: str = SIGNATURE) -> str:
    return "\n".join(part for part in (title, foreword, body, signature) if part)


CLEAN = report(chapters(ACHIEVEMENTS, SHORTCOMINGS, FIRST_RESPONSIBLE, PLAN))


@cache
def shipped() -> Rulebook:
    return load()


def document(text: str, profile: str | None = None) -> Document:
    return parse(Source("-", text, "utf-8"), profile)


def judge(
    rule_id: str, text: str, profile: str = "rule_of_law_annual", as_of: date | None = None, spec: object | None = None
) -> Judgement:
    """What the shipped rule says of the text; with `spec`, a rule of other parameters in its place."""
    rule = shipped().rule(rule_id)
    assert rule is not None, rule_id
    rule = replace(rule, spec=spec or rule.spec)
    assert isinstance(rule.spec, Judging)
    return rule.spec.judge(rule, Dossier(document(text, profile), Ledger((), (), 0), shipped(), profile, as_of))


def hits(rule_id: str, text: str, profile: str = "rule_of_law_annual") -> list[tuple[str, Hit]]:
    """The quotes of the hits, with the hits."""
    found = judge(rule_id, text, profile).hits
    return [(hit.span.of(text), hit) for hit in found]


def quotes(rule_id: str, text: str, profile: str = "rule_of_law_annual") -> list[str]:
    return [quote for quote, _ in hits(rule_id, text, profile)]


# ------------------------------------------------------------------ outlines

_MARKERS = {
    1: ["{han}、", "{han}. ", "{han} 、"],
    2: ["（{han}）", "({han})", "（ {han} ）", "({han}) "],
    3: ["{number}.", "{number}．", "{number}、", "{number}. "],
    4: ["({number})", "（{number}）"],
    5: ["{circle}"],
}


@dataclass(frozen=True)
class Point:
    """A heading with its number and what stands below it."""

    number: int
    depth: int
    name: str
    children: tuple[Point, ...] = field(default=())


@dataclass(frozen=True)
class Outline:
    """Points of any depth, and one way for each depth to write its markers."""

    points: tuple[Point, ...]
    styles: dict[int, str]
    runs_on: bool

    def marker(self, depth: int, number: int) -> str:
        return self.styles[depth].format(number=number, han=han(number), circle=chr(ord("①") + number - 1))

    def heading(self, point: Point) -> str:
        return f"{self.marker(point.depth, point.number)}{point.name}"

    def lines(self, points: tuple[Point, ...] | None = None) -> list[str]:
        result: list[str] = []
        for point in self.points if points is None else points:
            stop = "。认真落实各项制度，取得明显成效。" if self.runs_on and not point.children else ""
            result.append(self.heading(point) + stop)
            result += self.lines(point.children) if point.children else [] if stop else ["认真落实各项制度，取得成效。"]
        return result

    def text(self) -> str:
        return report("\n".join(self.lines()))


_NAMES = [
    "加强学习培训",
    "规范执法行为",
    "优化政务服务",
    "完善制度机制",
    "接受各方监督",
    "推进信息公开",
    "化解矛盾纠纷",
]


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Clean outlines of two to four levels, which skip a level everywhere or nowhere."""
    depths = draw(st.sampled_from([(1, 2), (1, 2, 3), (1, 3), (1, 2, 3, 4), (1, 2, 3, 4, 5), (1, 3, 4)]))
    styles = {depth: draw(st.sampled_from(_MARKERS[depth])) for depth in depths}

    def level(index: int) -> tuple[Point, ...]:
        count = draw(st.integers(min_value=3 if index == 0 else 2, max_value=6 if index < 2 else 3))
        return tuple(
            Point(
                number,
                depths[index],
                f"{draw(st.sampled_from(_NAMES))}{han(number)}",
                level(index + 1) if index + 1 < len(depths) and draw(st.booleans()) else (),
            )
            for number in range(1, count + 1)
        )

    return Outline(level(0), styles, draw(st.booleans()))


def series(outline: Outline) -> list[tuple[Point, ...]]:
    """All runs of sister points, the top one first."""
    found, pending = [], [outline.points]
    while pending:
        points = pending.pop(0)
        found.append(points)
        pending += [point.children for point in points if point.children]
    return found
