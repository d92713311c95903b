"""分别: names and figures paired by their order, and whether there are as many of one as of the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checker.figures.reading import Frame
from checker.figures.story import Sentence, Story

_NAMED = re.compile(r"(?P<names>[^,;:。]*?)(?:,)?(?:分别|依次)")
_LEAD = re.compile(r"^.*?(?:划分|来分|来看|看|分|中)[,:]|^.*?(?:其中|对)[,:]?")
_COUNTED = re.compile(r"(?:等)?(?:\d+|[两二三四五六七八九十]+)(?:个|项|类|家|大|名|期|级|种|支|所|条|座|处|批)[^、]*$")


def pair(story: Story, sentence: Sentence) -> None:
    """Gives the figures of a 分别 list the names that stand before it, one by one."""
    group = sentence.at()
    for i, frame in enumerate(group):
        if "分别" not in frame.gap and "依次" not in frame.gap:
            continue
        run = parallel_run(group, i)
        names = names_before(sentence, group, i)
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


def names_before(sentence: Sentence, group: Sequence[Frame], i: int) -> list[str]:
    """The names that a 分别 pairs with its figures: the 、 list before it, without the count that sums it up."""
    frame = group[i]
    start = sentence.span.start
    text = sentence.text[: frame.start - start]
    cut = max(text.rfind("分别"), text.rfind("依次"))
    text = text[:cut].rstrip(",")
    clause = re.split(r"[;。:]|,(?=[^,]*$)", text)[-1]
    if "、" not in clause and "," in text:
        clause = text.rpartition(",")[2] if "、" in text.rpartition(",")[2] else text
        clause = ",".join(clause.split(",")[-2:]) if "、" in clause else clause
    clause = _LEAD.sub("", clause)
    clause = _COUNTED.sub("", clause)
    names = [n.strip("“”《》 ") for n in re.split(r"、|和|及|与|以及|(?<=[”》])(?=[“《])", clause)]
    return [n for n in names if n]
