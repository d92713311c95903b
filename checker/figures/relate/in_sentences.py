"""The finders of one sentence, each with the words without which it finds nothing, in the order of their work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module

from checker.figures.relate.changes.changes import changes
from checker.figures.relate.changes.compared import set_apart
from checker.figures.relate.changes.departures import departures
from checker.figures.relate.counts.counted import counted
from checker.figures.relate.counts.epithets import epithets
from checker.figures.relate.counts.glosses import glosses
from checker.figures.relate.counts.nested import nested
from checker.figures.relate.counts.ordinals import ordinals
from checker.figures.relate.counts.pairs import pair
from checker.figures.relate.counts.runs import repeated_nouns
from checker.figures.relate.counts.titled import titled
from checker.figures.relate.lists import IN_ORDER
from checker.figures.relate.rates.averages import averages
from checker.figures.relate.rates.bounds import bounds
from checker.figures.relate.rates.elsewhere import elsewhere
from checker.figures.relate.rates.means import means
from checker.figures.relate.rates.named_rates import named_rates
from checker.figures.relate.rates.rates import rates
from checker.figures.relate.stocks.holdings import on_hand
from checker.figures.relate.stocks.leftovers import leftovers
from checker.figures.relate.stocks.reached import reached
from checker.figures.relate.stocks.remainders import remainders
from checker.figures.relate.stocks.undone import undone
from checker.figures.relate.sums.apart import apart
from checker.figures.relate.sums.gathered import gathered
from checker.figures.relate.sums.inner import inner
from checker.figures.relate.sums.named import named_totals
from checker.figures.relate.sums.openings import openings
from checker.figures.relate.sums.put_together import joined_by_name, put_together
from checker.figures.relate.sums.sums import sums
from checker.figures.relate.sums.views import views
from checker.figures.relate.totals import is_total
from checker.figures.story import Sentence, Story
from checker.patterns import expression
from checker.words.relation import Relation

Finder = Callable[[Story, Sentence], Iterator[Relation]]


def _late(name: str) -> Finder:
    """A finder that few reports need, by its module: that is imported when it is called, not at each start."""

    def find_late(story: Story, sentence: Sentence) -> Iterator[Relation]:
        module = import_module(f"checker.figures.relate.{name}")
        found: Iterator[Relation] = getattr(module, name.rpartition(".")[2])(story, sentence)
        return found

    return find_late


_SUMMED = expression(",(?:共|合计|总计)")
DIGIT = "[\\d一二三四五六七八九十百千两]"
# Each finder with the words without which it finds nothing in a sentence, and the fewest figures that it needs.
FINDERS: tuple[tuple[Finder, re.Pattern[str] | None, int], ...] = (
    (sums, None, 2),
    (_late("sums.numbered"), expression(rf"{DIGIT} ?(?:大?类|项|种|者|家|个|方|部分|批|级|地) ?{DIGIT}"), 4),
    (openings, None, 2),
    (_late("sums.kinds"), expression(r"占|\)|,[即指含包]|\([即指含包]|纠错|调撤|优良"), 1),
    (inner, expression("中"), 2),
    (views, None, 2),
    (named_totals, expression("共|计|合|加|[、和及]"), 1),
    (apart, None, 3),
    (gathered, expression("[共计加起]|[团阵班队力]|都|均|全部|先后|[人件次户总]数"), 1),
    (rates, expression("%|分之|成|半"), 1),
    (named_rates, expression("%|百分之"), 2),
    (_late("rates.ordered_shares"), expression("占|分别|依次"), 3),
    (_late("rates.of_plan"), expression("(?:计划|任务)[^,;。]{0,3}的"), 2),
    (_late("rates.measured_shares"), expression("[数额积]占"), 3),
    (_late("rates.complementary_shares"), expression("占.*占"), 4),
    (_late("rates.share_sums"), expression("占比|比例|比重|百分比"), 1),
    (elsewhere, expression("[占率比]"), 1),
    (changes, expression("[新增降减升压缩提少多长涨扩翻低高短快慢差简落滑跌窄距离抬节浮并]|相比|下[行调]"), 2),
    (_late("changes.year_brackets"), expression(r"\([^()]*(?:分别|依次)"), 4),
    (set_apart, expression("相差|差距|差额"), 1),
    (_late("changes.directions"), expression("[升增涨降减落跌滑低少加长](?:到|至)|净[增减]"), 2),
    (bounds, expression(r"\([^()]*含|包括|率|[件请项题纷]中"), 1),
    (on_hand, expression("结转|转入|转来|转过来|未结|遗留|旧存|期初|存量|结存"), 2),
    (reached, expression("[达增减初]|[年底]末|结余"), 2),
    (remainders, expression("余|剩|仍|跨年|尚|还有|还在|正在|另|未|没有|不|空编|其他|其它"), 1),
    (leftovers, None, 2),
    (undone, expression("[未待在不]|没有|跨年"), 1),
    (averages, expression("[均每]"), 1),
    (means, expression("[均每]"), 1),
    (_late("sums.members"), expression("[两二三四五六七八九十0-9] ?[个家]"), 4),
    (_late("changes.glossed"), expression(r"\((?:上年|去年|20)[^()]*\)[^,;。、]{0,4}[增减升降上下提回]"), 2),
    (_late("changes.both_years"), expression("(?:[上去]一?年|20\\d\\d年|年初)[^;。]{1,30},"), 2),
    (_late("changes.year_lists"), expression(rf"(?:[上去]一?年|20\d\d年)[^,;。]{{0,20}}{DIGIT}[^,;。]{{0,6}}、"), 4),
    (_late("changes.formers"), expression("[前后]者[^,;。]{1,5}[前后]者"), 1),
    (_late("changes.last_years"), expression(f"(?:[上去]一?年|20\\d\\d年)[^;。]*{DIGIT}"), 3),
    (_late("changes.multiples"), expression("倍"), 2),
    (
        put_together,
        expression(
            r"连同|连带|加上|加之|算上|外加|基础上|\((?:[^()\d]{0,4}计|共)|[办答回][结复]|答复|(?:办理(?:结果|情况)?|完成) ?[\d一二三四五六七八九十两]"
        ),
        3,
    ),
    (joined_by_name, expression(r"(?:[与同和]|加上|算上)[^,;、\d]{2,16},?(?:[合共总累]计|共)"), 2),
    (_late("rates.beside"), expression("[率面]|比例|[数额积]占"), 3),
    (departures, expression("(?:[存余剩保留]|[现还仍实尚]有|[后末底][有为])"), 4),
    (_late("changes.nets"), expression("净[增减]|:|其中|原因"), 3),
    (_late("changes.steps"), expression("[减增降升压缩提扩新简取撤落][^,;。]{0,30},[^,;、]{0,4}[由从]"), 3),
    (
        _late("changes.side_by_side"),
        expression(f"[与比较同](?:上|去|前|20)[^,;。]{{0,8}}{DIGIT}[^,;。]{{0,5}}[、和及与]"),
        5,
    ),
    (
        _late("changes.fallen"),
        expression(f"[由从][^,;。]{{0,8}}{DIGIT}[^,;。]{{0,8}}[降减增升长涨缩][^,;。]{{0,4}}{DIGIT}"),
        2,
    ),
    (_late("changes.terms"), expression("法定|规定"), 3),
    (_late("sums.pooled"), expression("提案.*(?:[主会协独分]办|基本满意)"), 4),
    (_late("rates.of_all"), expression("(?:全部|均|都)[^。]*率|率[^。]*[、即]|、[^。]*率"), 2),
    (_late("rates.predicated"), expression("(?:%|百分之[一-龥]{1,12}?)的?[在为是属来集分流选]"), 1),
    (_late("sums.sides"), expression("上升|增长|增加|提高|升高|上涨"), 3),
    (_late("rates.out_of"), expression(rf"占[^,;。]{{0,12}}{DIGIT}[^,;。]*的|[中里],?[^,;。]{{0,4}}有 ?{DIGIT}"), 3),
    (_late("rates.list_means"), expression("(?:分别|依次)[^。]*均"), 3),
    (_late("rates.proportions"), expression("[录招师争考]比|者之?比"), 2),
    (_late("sums.headed"), expression(":"), 3),
    (_late("sums.paired"), None, 4),
    (_late("sums.bodies"), expression("[个家].*[个家].*(?:共|人数)"), 3),
    (
        _late("sums.mixed"),
        expression(
            "[合总共]计|[,;]一?共|第二[^。]*共|名[^。]*和[^。]*共|[\\d一二三四五六七八九十百] ?[镇乡县][^)]*\\)"
        ),
        3,
    ),
    (_late("sums.halves"), expression("四季度.*[半全]年|[半全]年.*四季度"), 5),
    (_late("sums.composed"), expression("由[^,;。]{2,40}?[两二三四五](?:级|部分|大?类|块|方面|种|项|个)"), 2),
    (_late("rates.products"), expression("每[^,;。]{1,8},[^。]*(?:[计共额量数])"), 3),
    (_late("stocks.vacancies"), expression("缺编|空编|缺额|空缺|缺员|编制相比"), 2),
    (_late("stocks.taken_off"), expression("扣除|减去|除去|剔除|减除"), 3),
    (_late("counts.arity"), expression("分别|依次|[各每][期批次场轮班]"), 2),
)


def of_sentence(story: Story, sentence: Sentence) -> Iterator[Relation]:
    if sentence.frames:
        yield from _in_sentence(story, sentence)
    yield from _counted(story, sentence)
    yield from epithets(story, sentence)
    yield from glosses(story, sentence)
    if "》《" in sentence.text or "》、《" in sentence.text or "》和《" in sentence.text:
        yield from titled(story, sentence)
    if "第一" in sentence.text or "首" in sentence.text:
        yield from ordinals(story, sentence)
    if "制度" in sentence.text:
        yield from repeated_nouns(story, sentence)


def _in_sentence(story: Story, sentence: Sentence) -> Iterator[Relation]:
    if IN_ORDER.search(sentence.text):
        pair(story, sentence)
    size = len(sentence.frames)
    opens = size < 2 and ("其中" in sentence.frames[0].gap or is_total(sentence.frames[0]))
    for finder, words, least in FINDERS:
        if (size >= least or (opens and finder is sums)) and (words is None or words.search(sentence.text)):
            yield from finder(story, sentence)


def _counted(story: Story, sentence: Sentence) -> Iterator[Relation]:
    """The counted lists; a list in a list tells more exactly what its counts are of."""
    exact = list(nested(story, sentence)) if _SUMMED.search(sentence.text) else []
    told = {relation.operands[0].span.start for relation in exact}
    yield from (r for r in counted(story, sentence) if r.operands[0].span.start not in told)
    yield from exact
