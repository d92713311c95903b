"""Shares of which the part is told behind them: 转移就业人员仍有40.3%在省外, of the list 县内2.95万人,省外3.17万人."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.build import Ratio
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.rates.ratios import RULE
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_PREDICATE = expression(
    r"^的?[一-龥]{0,6}?(?:在|为|是|属于|属|来自|集中在|分布在|流向|选择)(?P<name>[一-龥]{2,8}?)(?:的|就业|务工|办理)?[。;,]?$"
)
_HAVING = expression(r"(?P<subject>[^,;:]{0,16}?)(?:仍然?|还|约|近)?有(?:约)?$")
_OTHER_TIME = expression("上年|去年|同期|以前|往年")
_FAR = 4  # a fourth part of the share: it is hardly the same share


def predicated(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """Each such share with the part that has just that name, and the whole of its list."""
    for rate in sentence.at():
        said = _PREDICATE.match(rate.tail) if rate.unit_class == "percent" else None
        having = _HAVING.search(rate.label) if said is not None and not rate.quantity.hedge else None
        if said is None or having is None or _OTHER_TIME.search(rate.label):
            continue
        named = _named(story, sentence, said["name"])
        if named is not None:
            yield from _judged(story, rate, *named, core_of(having["subject"]))


def _named(story: Story, sentence: Sentence, name: str) -> tuple[Frame, Frame] | None:
    """The only part of a list with this name, and its whole."""
    found = [
        (part, whole)
        for other in story.earlier(sentence)
        for part in other.at()
        for whole in story.wholes.get(part.start, [])[:1]
        if part.label.removeprefix("其中") == name
    ]
    return found[0] if len(found) == 1 else None


def _judged(story: Story, rate: Frame, part: Frame, whole: Frame, subject: str) -> Iterator[Relation]:
    """What fails is told where the subject names the whole, and the share is near."""
    ratio = Ratio(rate, (part,), whole)
    piece = shared_piece(subject, story.label(whole))
    same = len(piece) > 1 and len(subject) - len(piece) < len(piece)  # not 脱贫人口转移就业 of 转移就业
    near = abs(ratio.value - rate.quantity.value) * _FAR <= rate.quantity.value
    if ratio.agrees or (same and near and rate.quantity.decimals):
        yield ratio.relation(story, RULE, Binding.INFERRED)
