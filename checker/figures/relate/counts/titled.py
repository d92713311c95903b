"""Works named by their titles, with their number behind: 《甲条例》《乙条例》等地方性法规草案2件."""

from __future__ import annotations

from collections.abc import Iterator

from checker.figures.relate.counts.counted import counted_names, number_of
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Binding, Relation

_TITLED = expression(
    r"(?P<titles>《[^《》]*》(?:(?:、|和|及|与|以及)?《[^《》]*》){1,30})(?P<open>等)?(?P<noun>[^,;:。、《》\d]{2,14}?)"
    r"(?P<number>\d{1,2}|[两二三四五六七八九十]{1,2}) ?(?P<unit>[件起部项个份])(?=[,;。(]|$)"
)
_TITLE = expression("《[^《》]*》")
_ANOTHER_DEED = expression("[并再另还]|制定|修订|修改|废止|印发|出台|提出|办理|审查|清理|开展|培训|考试|条款|意见")


def titled(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """More titles than works are a contradiction, fewer only without 等."""
    for match in _TITLED.finditer(sentence.text):
        number = number_of(match["number"])
        titles = list(_TITLE.finditer(sentence.text, match.start("titles"), match.end("titles")))
        if number is None or _ANOTHER_DEED.search(match["noun"]) or (match["open"] and len(titles) < number):
            continue
        count, items = (match.start("number"), match.end("unit")), [title.span() for title in titles]
        yield counted_names(story, sentence, count, items, number, Binding.INFERRED, match["noun"])
