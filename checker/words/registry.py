"""What a checker of reports must know of the world: laws, plans, events, bodies and fixed phrases, with their dates.

`certainty` says how a record is known: 读 (read in the text itself), 转 (second-hand), 样 (practice), 忆 (from memory);
a record of certainty 忆 never rests an error.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from checker.words.finding import Certainty
from checker.words.record import dataclass, field


@dataclass(frozen=True, slots=True)
class Instrument:
    """A law, a regulation or a document of the state.

    `name` stands without book-title marks, 中华人民共和国 and 国务院办公厅 (before 关于). `adopted` is the day of its
    passing or publication (from then on it can be cited), `amended` are the days of later versions; from `repealed`
    on it no longer held.
    """

    name: str = field(metadata={"zh": "名称，不加书名号，不写“中华人民共和国”和发文机关", "en": "name"})
    short: tuple[str, ...] = field(default=(), metadata={"zh": "简称", "en": "short names"})
    adopted: date | None = field(default=None, metadata={"zh": "通过或公布之日", "en": "day of its passing"})
    in_force: date | None = field(default=None, metadata={"zh": "施行之日", "en": "in force from"})
    amended: tuple[date, ...] = field(default=(), metadata={"zh": "历次修改之日", "en": "days of later versions"})
    repealed: date | None = field(default=None, metadata={"zh": "废止之日", "en": "no longer held from"})
    replaced_by: str = field(default="", metadata={"zh": "由何者取代", "en": "what took its place"})
    certainty: Certainty = field(
        default=Certainty.MEMORY, metadata={"zh": "确知程度：读、转、样、忆", "en": "how it is known"}
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan of the state and its years, inclusive; one record for each period of a plan that is made anew.

    `terms` are other ways to name it in running text (“八五”普法); before `issued` it could not be cited as made.
    """

    name: str = field(metadata={"zh": "规划的名称", "en": "name"})
    start: int = field(metadata={"zh": "起始年度", "en": "first year"})
    end: int = field(metadata={"zh": "截止年度", "en": "last year"})
    terms: tuple[str, ...] = field(default=(), metadata={"zh": "其他叫法", "en": "other names"})
    issued: date | None = field(default=None, metadata={"zh": "公布之日", "en": "day of its publication"})
    certainty: Certainty = field(
        default=Certainty.MEMORY, metadata={"zh": "确知程度：读、转、样、忆", "en": "how it is known"}
    )


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting or another event; before `start` nobody could tell of it. `terms` are the words that name it."""

    name: str = field(metadata={"zh": "会议或事件的名称", "en": "name"})
    terms: tuple[str, ...] = field(metadata={"zh": "文中的叫法", "en": "words that name it"})
    start: date = field(metadata={"zh": "开始之日", "en": "first day"})
    certainty: Certainty = field(
        default=Certainty.MEMORY, metadata={"zh": "确知程度：读、转、样、忆", "en": "how it is known"}
    )


@dataclass(frozen=True, slots=True)
class Organ:
    """A kind of body that no longer exists: `ended` is the year of its end, `successor` what took its place.

    `unless` are words that hold one of its `terms` and name something else.
    """

    name: str = field(metadata={"zh": "机构的名称", "en": "name"})
    terms: tuple[str, ...] = field(metadata={"zh": "文中的叫法", "en": "words that name it"})
    ended: int = field(metadata={"zh": "撤并的年份", "en": "year of its end"})
    successor: str = field(metadata={"zh": "现为何机构", "en": "its successor"})
    unless: tuple[str, ...] = field(
        default=(), metadata={"zh": "含其叫法而另有所指的词", "en": "longer words that name something else"}
    )
    certainty: Certainty = field(
        default=Certainty.MEMORY, metadata={"zh": "确知程度：读、转、样、忆", "en": "how it is known"}
    )


@dataclass(frozen=True, slots=True)
class Phrase:
    """Wrong forms of fixed phrases (each with its right one) that share a `core`.

    `unless` are longer texts in which a wrong form is right; `unless_said_by` are words with which a sentence begins
    that quotes one who may say so. `since` is the first report year in which it is wrong.
    """

    group: str = field(metadata={"zh": "组别", "en": "group"})
    core: str = field(metadata={"zh": "各误写共有的字", "en": "what the wrong forms share"})
    forms: Mapping[str, str] = field(metadata={"zh": "误写与正写", "en": "wrong forms and the right ones"})
    unless: tuple[str, ...] = field(
        default=(), metadata={"zh": "含误写而不误的词语", "en": "longer texts that are right"}
    )
    unless_said_by: tuple[str, ...] = field(
        default=(), metadata={"zh": "句中有这些词，即为引述，不算误", "en": "words of a sentence that quotes it"}
    )
    since: int | None = field(default=None, metadata={"zh": "自何年度起为误", "en": "first year in which it is wrong"})
    certainty: Certainty = field(
        default=Certainty.MEMORY, metadata={"zh": "确知程度：读、转、样、忆", "en": "how it is known"}
    )

    def __post_init__(self) -> None:
        for wrong in self.forms:
            if self.core not in wrong:
                raise ValueError(f"“{wrong}”里没有 core“{self.core}”")


@dataclass(frozen=True, slots=True)
class NoWork:
    """Something that is put between book-title marks though it is no work: a thought, a campaign, a licence."""

    name: str = field(metadata={"zh": "误加书名号的名称", "en": "name"})
    note: str = field(metadata={"zh": "它是什么", "en": "what it is"})
    certainty: Certainty = field(
        default=Certainty.MEMORY, metadata={"zh": "确知程度：读、转、样、忆", "en": "how it is known"}
    )


@dataclass(frozen=True, slots=True)
class Subject:
    """A matter that a text is about, told by the nearest word before: of those in one group only one at a time.

    `unless` are longer words that hold one of its `terms` and tell nothing.
    """

    name: str = field(metadata={"zh": "题目的标识", "en": "name"})
    group: str = field(metadata={"zh": "同组只取其一", "en": "of one group only one at a time"})
    terms: tuple[str, ...] = field(metadata={"zh": "表明题目的词", "en": "words that tell it"})
    unless: tuple[str, ...] = field(
        default=(), metadata={"zh": "含此词而不表明题目的词", "en": "longer words that tell nothing"}
    )


@dataclass(frozen=True, slots=True)
class Region:
    """A province, whose own rules are asked of reports from it; `terms` are names by which titles show it."""

    name: str = field(metadata={"zh": "省、自治区、直辖市的简称", "en": "name of the province"})
    terms: tuple[str, ...] = field(metadata={"zh": "标题中表明属于该地的地名", "en": "names of places in it"})


REGISTRIES: Mapping[str, type] = MappingProxyType(
    {
        "instruments": Instrument,
        "plans": Plan,
        "events": Event,
        "organs": Organ,
        "phrases": Phrase,
        "no_works": NoWork,
        "subjects": Subject,
        "regions": Region,
    }
)
