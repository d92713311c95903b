"""Kind `signature`: who signs the report, and that it is dated."""

from __future__ import annotations

from enum import StrEnum

from checker.rulebook.anchors import tail
from checker.rulebook.dossier import Dossier
from checker.rulebook.regex import Regex
from checker.rulebook.scope import TitleScope
from checker.words.audit import Verdict
from checker.words.document import Document, LineKind
from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_ORGAN = Regex(r"^(.{3,40}?)(?=关于|(?:19|20)\d\d|二[〇○零]|年度|工作报告|法治政府|行政执法)")
_KIND_OF_BODY = Regex(r"(?:局|厅|委员会|办公室|中心|支队|大队|街道办事处|人民政府)$")
_BLANK_DATE = Regex(r"20[\dX×*]{2}年[\dX×*_ ]{1,4}月[\dX×*_ ]{1,4}日")
_ASIDE = Regex(r"\([^()]*\)|\s")
_AND = Regex(r"[与及、]")  # 住房与城乡建设局, 住房和城乡建设局
# An area that became a city, an office of another rank: 青岚县 and 青岚市, 办公室 and 办公厅.
_RANKS = frozenset("省市县区州旗乡镇局厅室支大总中队")
_TWO_NAMES = Regex("综合(?:行政)?执法|城市?管")  # 综合行政执法局 is often 城市管理局 too
_AREAS = frozenset("省市县区州旗乡镇")
_AREA = 3  # characters
_ALIKE = 6  # characters to each that differs


class SignatureDuty(StrEnum):
    """What is asked of the signature."""

    SIGNED = "signed"
    BODY = "body"
    DATE = "date"
    SAME_BODY = "same_body"
    DATE_FORM = "date_form"


@dataclass(frozen=True, slots=True)
class Signature:
    """Body and date are not both missing (`signed`); one is not without the other (`body`, `date`); the body is that of
    the title (`same_body`); the date is written as asked (`date_form`)."""

    require: SignatureDuty = field(
        metadata={
            "zh": "signed 署名日期不全缺;body 有日期即有署名;date 有署名即有日期;same_body 同标题;date_form 写法",
            "en": "signed, body, date, same_body or date_form",
        }
    )
    given: TitleScope = field(
        default=TitleScope(), metadata={"zh": "适用的标题", "en": "titles for which the rule holds"}
    )
    form: Regex | None = field(default=None, metadata={"zh": "日期的写法", "en": "how the date is written"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        document = dossier.document
        if not self.given.admits(document) or _is_spoken(document):
            return Judgement(Verdict.NOT_APPLICABLE, reason="此类报告不要求落款")
        if not self._applies(document):
            return Judgement(Verdict.NOT_APPLICABLE, reason="没有可供核对的落款")
        hit = self._hit(document)
        return Judgement(Verdict.BROKEN, (hit,)) if hit else Judgement(Verdict.MET, held=1)

    def _applies(self, document: Document) -> bool:
        needs = {
            SignatureDuty.SIGNED: (),
            SignatureDuty.BODY: (document.signed,),
            SignatureDuty.DATE: (document.signature,),
            SignatureDuty.DATE_FORM: (document.signed, self.form),
            SignatureDuty.SAME_BODY: (document.signature, document.title),
        }
        return None not in needs[self.require]

    def _hit(self, document: Document) -> Hit | None:
        body, day = document.signature, document.signed
        if self.require is SignatureDuty.SIGNED:
            return None if body or day or _is_signed_above(document) else Hit(tail(document), subject="signature")
        if day and self.require is SignatureDuty.BODY:
            return None if body else Hit(day.span, subject="signature")
        if body and self.require is SignatureDuty.DATE:
            blank = _BLANK_DATE.search(document.folded, body.span.end)  # 2026年1月XX日: of that a rule of its own tells
            return None if day or blank else Hit(body.span, {"body": body.text}, subject="signature")
        if day and self.form:
            good = self.form.search(document.folded, day.span.start, day.span.end)
            return None if good else Hit(day.span, {"date": day.span.of(document.text)})
        return _other_body(document, body.span) if body else None


def _is_spoken(document: Document) -> bool:
    """Whether the report was read out to those it addresses: 各位代表."""
    return document.addressee is not None and "各位" in document.addressee.of(document.folded)


def _is_signed_above(document: Document) -> bool:
    """Whether body or date stand under the title, as in reports that are read out."""
    return any(line.kind in (LineKind.ISSUER, LineKind.DATE) for line in document.lines)


def _other_body(document: Document, signature: Span) -> Hit | None:
    """A hit where the title names another body of the same kind, or another area: no short name, no joint signature.

    It is certain where the two names are one but for a character: one of them is a slip.
    """
    place = _in_title(document)
    if place is None:
        return None
    titled, signed = (_plain(span.of(document.folded)) for span in (place, signature))
    if _is_short_for(titled, signed) or _is_short_for(signed, titled):
        return None
    unlike = _unlike(titled, signed)
    if unlike is None and not _are_sisters(titled, signed) and not _is_of_another_area(titled, signed):
        return None
    return Hit(
        signature,
        {"signature": signature.of(document.text).strip(), "body": place.of(document.text)},
        related=((place, "标题中的机关"),),
        severity=None if unlike and _RANKS.isdisjoint(unlike) and _is_in_area(titled, signed) else Severity.WARNING,
    )


def _in_title(document: Document) -> Span | None:
    """Where the title names who reports: the issuer, else what stands before the year or the subject."""
    assert document.title is not None
    issuer, whole = document.issuer, document.title.spans
    if issuer and whole[0].start <= issuer.span.start < whole[-1].end:
        return issuer.span
    match = _ORGAN.search(whole[0].of(document.folded))
    return Span(whole[0].start, whole[0].start + match.end(1)) if match else None


def _plain(name: str) -> str:
    return _AND.pattern.sub("和", _ASIDE.pattern.sub("", name))


def _unlike(one: str, other: str) -> str | None:
    """The characters in which two names differ, where nearly all others are alike: 瑶 and 苗 of the same county."""
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    alike = len(one) == len(other) and len(pairs) * _ALIKE <= len(one)
    return "".join(map("".join, pairs)) if alike else None


def _is_in_area(one: str, other: str) -> bool:
    """Whether two names differ in their area alone: 水务局 may have become 水利局."""
    ends = [max(name.rfind(area) for area in _AREAS) for name in (one, other)]
    return ends[0] == ends[1] >= 0 and one[ends[0] :] == other[ends[1] :]


def _is_short_for(short: str, full: str) -> bool:
    """Whether the characters of the one stand in the other, in their order: 住建局 and 住房和城乡建设局."""
    rest = iter(full)
    return all(character in rest for character in short)


def _is_of_another_area(area: str, signed: str) -> bool:
    """青岚县2023年度, signed by 青岗县司法局: the area of the title, but for a character."""
    own = signed[: len(area)]
    if len(own) < len(area) or len(area) < _AREA or area[-1] not in _AREAS or own[-1] != area[-1]:
        return False
    return sum(one != other for one, other in zip(area, own, strict=True)) == 1


def _are_sisters(one: str, other: str) -> bool:
    """Whether both are bodies of one kind: a department may well sign the report of its government."""
    kinds = _KIND_OF_BODY.search(one), _KIND_OF_BODY.search(other)
    joint = "中共" in one + other
    renamed = _TWO_NAMES.search(one) and _TWO_NAMES.search(other)
    return not joint and not renamed and kinds[0] is not None and kinds[1] is not None and kinds[0][0] == kinds[1][0]
