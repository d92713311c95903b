"""What a report is: its year, who reports, the rank of that body, the kind of report."""

from __future__ import annotations

from collections.abc import Sequence

from checker.outline.bodies import body_in_foreword, body_in_title, kind_of, level_of, region_in_title
from checker.outline.head import Head
from checker.outline.layout import Layout
from checker.outline.profiles import profile_of
from checker.outline.tail import Tail
from checker.outline.years import year_of
from checker.patterns import expression
from checker.readers.fold import fold
from checker.words.document import Body, Heading, Level, Named, Title
from checker.words.place import Span
from checker.words.record import dataclass

_SPEAKER = expression(r"[我本]([省市县区镇乡局厅委办队])")
_SUPERIOR = expression(r"([省市县区])(?:委|政府)")
_OFFICE = expression(r"\w{0,14}(?:政府|领导小组|委员会)\w{0,6}办(?:公[室厅])?")
_LONGEST_OPENING = 4000
_SPEAKERS_LEVEL = {
    "省": Level.PROVINCE,
    "市": Level.CITY,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "镇": Level.TOWNSHIP,
    "乡": Level.TOWNSHIP,
}


@dataclass(frozen=True, slots=True)
class Identity:
    report_year: int | None
    issuer: Named | None
    level: Level | None
    body: Body | None
    profile: str | None


def identify(layout: Layout, text: str, head: Head, tail: Tail, headings: Sequence[Heading]) -> Identity:
    """Reads title, foreword, headings and signature, in this order."""
    folded = layout.folded
    title = fold(head.title.text) if head.title else ""
    foreword = _opening(layout, head)
    opening = foreword.of(folded)
    own = body_in_title(title)
    region = None if own else region_in_title(title)
    issuer: Named | None
    if head.title and own and not _is_fuller(tail.signature, own.of(title)):
        issuer = Named(own.of(head.title.text), _placed(head.title, text, own))
    else:
        issuer = tail.signature or _speaker(folded, text, foreword, region)
    level, body = _rank(fold(issuer.text) if issuer else region, opening)
    if region and issuer and _OFFICE.fullmatch(fold(issuer.text).removeprefix(region)):
        body = Body.GOVERNMENT  # 明湖区2024年度报告, signed by 明湖区政务公开领导小组办公室
    return Identity(
        report_year=year_of(title, opening, headings, folded, tail.signed),
        issuer=issuer,
        level=level,
        body=body,
        profile=profile_of(
            title[: own.start] + title[own.end :] if own else title,
            opening,
            "\n".join(heading.text_span.of(folded) for heading in headings),
            folded,
        ),
    )


def _is_fuller(signature: Named | None, name: str) -> bool:
    """Whether the signature says where the body of the title is (云江区桐河街道办事处, 桐河街道办事处)."""
    signed = fold(signature.text) if signature else ""
    return len(signed) > len(name) and signed.endswith(name) and " " not in signed


def _opening(layout: Layout, head: Head) -> Span:
    """The foreword, as much of it as is worth reading."""
    if not head.foreword:
        return Span(0, 0)
    whole = layout.content(head.foreword[0]).join(layout.content(head.foreword[-1]))
    return Span(whole.start, min(whole.end, whole.start + _LONGEST_OPENING))


def _speaker(folded: str, text: str, foreword: Span, region: str | None) -> Named | None:
    """The body that speaks in the foreword; else the government of the region in the title, where the text names it."""
    found = body_in_foreword(folded, foreword)
    if found is None and region and (start := folded.find(f"{region}人民政府")) >= 0:
        found = Span(start, start + len(region) + 4)
    return Named(found.of(text), found) if found else None


def _placed(title: Title, text: str, part: Span) -> Span:
    """Where a part of the title's wording stands in the text; a title of several lines was joined."""
    position, edges = 0, []
    for span in title.spans:
        position += not title.text.startswith(span.of(text), position)  # the blank between two bodies
        for offset in (part.start, part.end - 1):
            if position <= offset < position + len(span):
                edges.append(span.start + offset - position)
        position += len(span)
    return Span(edges[0], edges[-1] + 1)


def _rank(name: str | None, foreword: str) -> tuple[Level | None, Body | None]:
    """Level and body by the issuer's name; else by how the foreword speaks of itself: 我镇, 我局 under 县委."""
    if name:
        return level_of(name), kind_of(name)
    speaker = _SPEAKER.search(foreword)
    if speaker is None:
        return None, None
    if speaker[1] in _SPEAKERS_LEVEL:
        return _SPEAKERS_LEVEL[speaker[1]], Body.GOVERNMENT
    superiors = [_SPEAKERS_LEVEL[unit] for unit in _SUPERIOR.findall(foreword)]
    return superiors[-1] if superiors else None, Body.DEPARTMENT
