"""分别: names and figures paired by their order, and whether there are as many of one as of the other."""

from __future__ import annotations

from collections.abc import Sequence

from checker.figures.reading import Frame
from checker.figures.story import Sentence, Story
from checker.patterns import expression

_LEAD = expression(r"^(?:[^、]{0,6}?评定为|结果为)|^.*?(?:划分|来分|来看|看|分|中)[,:]|^.*?(?:其中|对)[,:]?")
_SPANNED = expression(r"([一二三])(?:至|到|-|—)([二三四])季度")
_COUNTED = expression(
    r"(?:等)?(?:\d+|[两二三四五六七八九十]+)(?:个|项|类|家|大(?![队会厅学])|名|期|级|种|支|所|条|座|处|批)[^、]*$"
)


def pair(story: Story, sentence: Sentence) -> None:
    """Gives the figures of a 分别 list the names that stand before it, one by one."""
    group = sentence.at()
    for i, frame in enumerate(group):
        if "分别" not in frame.gap and "依次" not in frame.gap:
            continue
        run = parallel_run(group, i)
        names = names_before(sentence, group, i, len(run))
        if len(run) > 1 and len(names) == len(run):
            for name, member in zip(names, run, strict=True):
                story.known[member.start] = name
            _pair_next(story, group, i + len(run), names)


def _pair_next(story: Story, group: Sequence[Frame], i: int, names: Sequence[str]) -> None:
    """A second list of as many figures (对应…分别为…) has the same names."""
    if i < len(group) and "分别" in group[i].gap:
        run = parallel_run(group, i)
        if len(run) == len(names):
            for name, member in zip(names, run, strict=True):
                story.known[member.start] = name


def parallel_run(group: Sequence[Frame], i: int) -> list[Frame]:
    """The figures of one class after 分别 that bear no names of their own."""
    first = group[i]
    run = [first]
    for frame in group[i + 1 :]:
        bare = frame.label.strip("和及与以 ")
        if frame.unit_class != first.unit_class or frame.parted > 1 or bare:
            break
        run.append(frame)
    return run


def names_before(sentence: Sentence, group: Sequence[Frame], i: int, size: int) -> list[str]:
    """The names that a 分别 pairs with its figures: the 、 list before it, without the count that sums it up.

    `size` is how many figures there are: where 和 parting names gives another number, it may stand inside one.
    """
    text = sentence.text[: group[i].start - sentence.span.start]
    text = text[: max(text.rfind("分别"), text.rfind("依次"))].rstrip(",")
    clauses = expression(r"[,;。:]").split(text)[-2:]
    spanned = _SPANNED.search(clauses[-1])
    if spanned is not None:
        return [
            f"{ordinal}季度" for ordinal in "一二三四"["一二三四".index(spanned[1]) : "一二三四".index(spanned[2]) + 1]
        ]
    clause = next((c for c in reversed(clauses) if "、" in c or "”“" in c), "")
    clause = _COUNTED.sub("", _LEAD.sub("", clause))
    parted = [_parted(clause, marks) for marks in (r"、|和|及|与|以及|(?<=[”》])(?=[“《])", "、")]
    return next((names for names in parted if len(names) == size), parted[0])


def _parted(clause: str, marks: str) -> list[str]:
    names = [n.strip("“”《》 ").removesuffix("的") for n in expression(marks).split(clause)]
    return [n for n in names if n]
