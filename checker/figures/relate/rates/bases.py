"""Whether a rate is told of another count or another base than the two that it was judged by."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.build import Ratio
from checker.figures.names import core_of, shared_piece
from checker.figures.reading import Frame
from checker.figures.relate.lists import LAST_YEAR, are_apart
from checker.figures.relate.rates.quotients import is_miswritten_share
from checker.figures.relate.rates.ratios import OPENING, has_share
from checker.figures.relate.rates.slips import is_slipped
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression

_ABOUT_ONE = expression(r"(?:约|大约|近)(?:有|为)?$")
_REDUCED = expression(r"(?:精简|压减|压缩|削减|缩减|减负|下降|降)(?:比例|幅度|率)")
_NEW = expression(r"当年|本年|当期|新收|新受理")
_OVER = expression(r"(?:超过|突破|高于|逾)了?$")
_OUR = expression(r"^(?:我国|全国|我[省市州县区局]|全[省市州县区局])")
_ALL_OF_THEM = expression(r"总[数量额]|全部|所有")
_PREFIXES = frozenset("进非不未净")
_YEAR = expression(r"(20\d\d)年(?![底末初来])")
_HEAD = 2  # characters of a verb
_BARE = 4  # characters of a verb without a thing of its own (办结, 调解成功)


def of_another_base(story: Story, sentence: Sentence, top: Frame, bases: Sequence[Frame], rate: Frame) -> bool:
    """Whether the words tell that a rate is not of this count or not of this base."""
    if _ABOUT_ONE.search(top.label) or _REDUCED.search(rate.label) or _OVER.search(rate.label):
        return True  # 每8件中约有1件; 由57张精简为11张,精简比例80%; 超过了五成
    if "占" not in rate.label and _NEW.search(rate.label) and not _NEW.search(top.label):
        return True  # 上年结转63件,受理1208件,结案1193件,当年受理案件结案率95.2%
    return any(
        _is_named_otherwise(base, rate)
        or _is_parted(story, sentence, top, base, rate)
        or _is_no_whole(story, top, base, rate)
        or _is_far_from(story, rate, top, base)
        or _is_last_years(story, top, base)
        for base in bases
    )


def _is_last_years(story: Story, top: Frame, base: Frame) -> bool:
    """Whether only one of a count and its base is of a year before: 上年审结146件。今年调解87件,占审结案件的46.14%.

    裁判51件,…,2022年败诉7件、败诉率13.2% in a report on 2023: the base is told before and is of this year.
    """
    labels = [f.label.lstrip("比较与") for f in (base, top)]
    of_last = [LAST_YEAR.match(label) is not None or _is_of_former_year(story, label) for label in labels]
    between = story.text[base.start : top.start]
    return (of_last == [True, False] and "。" in between) or (of_last == [False, True] and bool(between))


def _is_of_former_year(story: Story, label: str) -> bool:
    """2022年败诉"""
    told = _YEAR.match(label)
    return told is not None and story.report_year is not None and int(told[1]) < story.report_year


def is_pooled(story: Story, sentence: Sentence, rate: Frame, top: Frame, bases: Sequence[Frame]) -> bool:
    """司法建议38份、检察建议52份,反馈38份和51份,综合反馈率98.89%: of both together, by place or by name."""
    if not bases:
        return False  # of a count and what stays of its whole
    kinds = tuple(f for f in sentence.at() if bases[0] in story.wholes.get(f.start, ()))
    if top in kinds and len(bases) == 1 and Ratio(rate, kinds, bases[0]).fits:
        return True  # 112名述法,其中会议述法14名、书面述法98名,述法率100%: of all kinds together
    named = [[f for f in sentence.at() if _named_alike(f) == _named_alike(g)] for g in (top, bases[0])]
    if all(len(frames) > 1 for frames in named) and Ratio(rate, tuple(named[0]), named[1][0], tuple(named[1][1:])).fits:
        return True  # 上半年参考58人、合格49人,下半年参考44人、合格37人,全年合格率84.31%
    listed = _listed_with(sentence, bases[0])
    if top not in listed and len(listed) > 1 and Ratio(rate, (top,), listed[0], tuple(listed[1:])).fits:
        return True  # 317台塔吊、526台升降机逐台核查,清退19台,占2.3%
    following = [next((f for f in sentence.at() if f.index == g.index + 1), None) for g in (top, *bases)]
    if len(following) != 2 or any(f is None or f.unit_class != top.unit_class for f in following):
        return False
    over, under = following
    return over is not None and under is not None and Ratio(rate, (top, over), bases[0], (under,)).fits


def _listed_with(sentence: Sentence, base: Frame) -> list[Frame]:
    """The 、 list of one class that a count stands in, whole."""
    run: list[Frame] = []
    for frame in sentence.at():
        if frame.parted != 1 or (run and frame.unit_class != run[0].unit_class):
            if base in run:
                return run
            run = []
        run.append(frame)
    return run if base in run else [base]


def _named_alike(frame: Frame) -> tuple[str, str]:
    """The end of a count's name, with its class."""
    return frame.label[-_HEAD:], frame.unit_class


def _is_named_otherwise(base: Frame, rate: Frame) -> bool:
    """占我国出口总值的59.2%: not of 进出口总值."""
    named = core_of(_OUR.sub("", rate.label.partition("占")[2]))
    at = base.label.find(named) if len(named) > 1 else 0
    return bool(base.quantity.hedge) or (at > 0 and base.label[at - 1] in _PREFIXES)


def _is_parted(story: Story, sentence: Sentence, top: Frame, base: Frame, rate: Frame) -> bool:
    """公示许可4826件;审核88件,审核率100%: a semicolon parts what is counted from what it would be of."""
    parted = base.start < top.start and are_apart(sentence.frames, base, top)
    parted = parted and base not in story.wholes.get(top.start, []) and not _opens_with(top, base)
    parted = parted and not _is_only_divided(story, sentence, top, base)
    slipped = rate.quantity.decimals > 1 and is_slipped(base, top, rate)
    return parted and "占" not in rate.label and len(core_of(top.label)) > _BARE and not slipped


def _is_only_divided(story: Story, sentence: Sentence, top: Frame, base: Frame) -> bool:
    """在岗43人,其中行政编制9人、事业编制34人;持证40人,持证率93.02%: whether all between the two are parts of the base."""
    between = [f for f in sentence.at() if base.start < f.start < top.start]
    return bool(between) and all(base in story.wholes.get(f.start, ()) for f in between)


def _opens_with(top: Frame, base: Frame) -> bool:
    """在编人员37人;在编人员中持证35人,持证率94.59%: whether the clause of the count opens with the name of the base."""
    opening = OPENING.search(top.gap)
    return opening is not None and len(shared_piece(opening["name"], base.label + base.tail)) > 1


def _is_no_whole(story: Story, top: Frame, base: Frame, rate: Frame) -> bool:
    """Whether the base is the total behind several counts, the count itself, or a count with a share of its own."""
    if base.start > top.start and not base.depth and is_total(base):
        return True  # 7人次、50人次,合计57人次,出庭率100%: of all of them
    if base.quantity.value == top.quantity.value and "占" in rate.label:
        return True  # 共103个地区,占地区总数的26%
    # 5G用户6.95亿户,占40.6%。千兆用户1.34亿户,占用户总数21.7%
    return bool(_ALL_OF_THEM.search(rate.label)) and _has_own_share(story, base)


def _has_own_share(story: Story, base: Frame) -> bool:
    """Whether a count has its own share right behind it."""
    where = story.sentence_at(base.start)
    following = next((f for f in where.at() if f.index > base.index), None) if where is not None else None
    return following is not None and has_share(following)


def _is_far_from(story: Story, rate: Frame, top: Frame, base: Frame) -> bool:
    """Whether a base of another paragraph gives a wholly other share: it is that of something else, told elsewhere."""
    if "\n" not in story.text[min(base.start, rate.start) : max(base.start, rate.start)]:
        return False
    value, stated = Ratio(rate, (top,), base).value, rate.quantity.value
    slip = is_miswritten_share(top, base, rate, digits=3) or (
        rate.quantity.decimals > 1 and is_slipped(base, top, rate)
    )
    return not stated <= 2 * value <= 4 * stated and not slip
