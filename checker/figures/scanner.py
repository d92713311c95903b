"""One scanner for all tokens of a sentence: quantities, dates, names of numbers, marks; the rest is text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from checker.figures.numerals import LONGEST, MULTIPLIERS, han_number, written_number
from checker.figures.quantities import build_quantity, trailing_power
from checker.figures.units import UNITS
from checker.patterns import expression
from checker.words.figure import Quantity
from checker.words.place import Span
from checker.words.record import dataclass, replace


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sentence; offsets count in the whole text. `kind` is a terminal of `figures.lark`."""

    kind: str
    start: int
    end: int
    quantity: Quantity | None = None

    def __str__(self) -> str:
        return self.kind


GREAT_THINGS = "队会厅学桥道街楼院厦"
# A measure word that begins another word is none: 部门, 所有, 分局, 期间, 条件, 级别, 大队.
_NO_UNIT = {
    "大": f"[{GREAT_THINGS}]",
    "部": "[门队分署]",
    "所": "[有属]",
    "分": "[局别为类]",
    "期": "间",
    "条": "[件例]",
    "级": "别",
    "名": "单(?!位)",  # 名单, not 43名单位负责人
    "家": "[庭长]",
    "年": "来",
    "班": "子",
    "处": "[罚理]",
}
_UNIT = "|".join(re.escape(unit) + (f"(?!{_NO_UNIT[unit]})" if unit in _NO_UNIT else "") for unit in UNITS)
_NUMBER = r"\d{1,3}(?:(?:,\d{3})+(?:\.\d+)?(?!\d)|(?:[ ]\d{3})+(?:\.\d+)?(?![\d.]))|\d+(?:\.\d+)?"
_BEFORE = "不少于|不低于|不超过|不高于|不多于|将近|接近|大约|差不多|超过|至少|至多|最多|突破|(?<!证据|依据|理由|说理|论证|认识|意识|重视)不足(?!\\s?\\d*[1-9][1-46-9]\\s?[件起宗例])|不到|不满|未满|低于|高于|少于|多于|大于|小于|(?<![邻附靠临贴亲走就])近|(?<![节预签违履集制公契条邀续解失毁网特相])约|逾|(?<![商治])超"
# 证据不足52件 is a kind of case, and so is 配员不足186件: nobody says less than 186. 比152条多了31条, 比61份多审25份: 多 is the verb there.
_AFTER = "左右|上下|以上|以下|以内|之多|余|多(?!了?\\s?[0-9]|[了出]\\s?[0-9一-龥]|[于办查审收发开建]|[一-龥]{2}\\s?[0-9二三四五六七八九十百两])|强|\\+(?!\\d)"
_YEAR = r"(?:19|20)\d{2}"
_HAN_YEAR = "[一二][零〇九一][零〇一二三四五六七八九]{2}"

_PATTERN = expression(
    rf"""(?=[\d第〔\[《“‘(),;:、近约逾超将接不大差至最突少多低高小未一二三四五六七八九十百千万两零〇几数半了过])(?:
    (?P<MARK>[(),;:、])
  | (?P<TITLE>《[^《》]*(?:《[^《》]*》[^《》]*)*》)
  | (?P<QUOTE>“[^“”\n]{{0,60}}”|‘[^‘’\n]{{0,60}}’)
  | (?P<NUMBERED>〔\d{{4}}〕\s*第?\d*号?|\[\d{{4}}\]\s*\d+号|第\s*[\d一二三四五六七八九十百零]+\s*(?:号|届|次|期|批|条|款|项|章|节|部分|轮|季度|名|位|个五年|个|类|版|阶段)?
      |(?<!\d)(?:12\d{{3}}|1(?:10|19|20|22))(?=[^\d,.%]{{0,8}}(?:热线|平台|服务|检察|电话|投诉|举报|中心))(?!\s*(?:件|起|人|个|次|条))
      |百分百|\d+[x×]\d+|\d+(?:\+\d+)+(?!\s*(?:{_UNIT}))|[A-Za-z]+\d+[A-Za-z\d]*|\d+[A-Za-z]+\d*)
  | (?P<DATE>(?:{_YEAR}|{_HAN_YEAR})\s*[-—－–~至到]+\s*(?:{_YEAR})\s*年?(?:度)?
      |(?<!\d){_YEAR}\s*年\s*(?:\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?)?(?:\s*[-—–~至到]+\s*(?:{_YEAR}\s*年)?(?:\d{{1,2}}\s*月)?(?:\s*\d{{1,2}}\s*日)?(?=[^\d]))?(?:度|底|末|初)?
      |{_HAN_YEAR}年(?:[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?
      |(?<!\d)\d{{1,2}}\s*(?:月份?)?\s*[-—–~至到]+\s*\d{{1,2}}\s*月(?:份|底|末)?
      |(?<!\d)\d{{1,2}}\s*月\s*\d{{1,2}}(?!\d|\s*[件起宗例])\s*日?(?:\s*[-—–~至到]+\s*(?:\d{{1,2}}\s*月)?\s*\d{{1,2}}\s*日)?
      |(?<!\d)\d{{1,2}}\s*月(?:份|底|末|初|中旬|上旬|下旬)?(?!\s*\d)
      |(?<!\d)(?:19|20)\d{{2}}[-./]\d{{1,2}}[-./]\d{{1,2}}
      |(?<![\d.])\d{{1,2}}\s*[·.]\s*\d{{1,2}}(?=[”"]?\s*(?:特大|重大|一般|较大)?(?:事故|事件|案|普法|宣传|活动|专案|晚会|消费者|国际))
      |(?<![\d.])\d{{1,2}}·\d{{1,2}}(?!\d)
      |(?<!\d)\d{{1,2}}[:]\d{{2}}(?!\d))
  | (?P<RANGE>(?:(?:{_NUMBER})\s*(?:万|亿)?\s*(?:%|{_UNIT})?\s*[-—–~～至到]+\s*(?:{_NUMBER})\s*(?:万|亿)?\s*(?:个百分点|{_UNIT})))
  | (?P<FRACTION>百分之(?P<per>[{"零〇一二三四五六七八九十百点两"}]+|\d+(?:\.\d+)?)
      |(?P<fpre>近|约|超过|超|不足|不到)?(?:(?P<half>一半|半数)|(?P<below>[二三四五六七八九十百千万]+)分之(?P<above>[一二三四五六七八九十百]+)(?!\d))(?P<fpost>以上|左右)?
      |(?<=比)(?P<most>过半|超半)|(?<=翻)了?(?P<doubled>[一两])番(?P<beyond>还多|还要多|有余|多|以上)?)
  | (?P<ARABIC>(?P<pre>(?:{_BEFORE})\s?)?(?P<num>{_NUMBER})\s?(?P<early>[余多](?=[万亿]))?(?P<mult>万亿|[百千]万|亿|万|千(?![瓦米克伏])|百(?!分))?(?P<mid>余|多)?\s?
      (?P<unit>个百分点|%|{_UNIT})?(?P<post>{_AFTER})?)
  | (?P<HAN>(?P<hpre>(?:{_BEFORE})\s?)?(?P<han>[一二三四五六七八九十百千万亿零〇两]+(?:点[一二三四五六七八九零〇]+)?)(?P<hmid>余|多)?
      (?P<hunit>个百分点|%|{_UNIT})(?P<tenth>(?<=成)[一二三四五六七八九](?=[,;、。()和与及的左以多]|$))?(?P<hpost>{_AFTER})?)
  )""",
    re.VERBOSE,
)

# A Chinese numeral before a measure word is rarely a figure: what looks like one here is a name or an idiom.
_HAN_NO_FIGURE = expression(
    r"一[^百千万]|[一二三四五六七八九十]+(?:中|届|号|中全会|线|步|门|道|年级|字|度|世|眼|面|方(?!面)|排|连|团|营|员|站|段|园|副|点|句|对)$|二十大|十几|几十"
)
_HAN_STOP_BEFORE = frozenset("第初之每统唯逐万某同任专惟不归合如")
_NO_IDIOMS = ("年初", "期初", "月初", "整合", "合同", "大专", "中专")
_SOME = frozenset("几数上好")  # 几十家, 上百件: nobody says how many
_PROJECT = expression("工程|项目|建设|刊|目标|规划")
_ALPHABET = expression(r"[A-Za-z]")
_LIST_UNITS = frozenset({"级", "大", "层", "方面", "字", "位"})
_SUMMED_UNITS = frozenset({"项", "类", "者", "种", "个", "家", "所", "支", "级", "批", "期", "大", "年"})
_SUMMED = expression(
    r"(?:部门|单位|数字|指标|案件|工作|大队|领域|平台|渠道|环节|板块|街道|乡镇|来|间)?(?:合计|合共|共|总计|合起来|加起来|加在一起|相加|累计)|(?:分别|依次|各)占|占比(?:分别|依次)|数字|指标|直接"
)
_AREA = expression("(?:全[市县区镇乡省州]|辖)$")
_MOST_SUMMED = 20  # nobody adds up more: 25家共发放补偿563.4万元
_PARTING = expression("[, ]")
_PARTING_MARK = expression(r"[;:。()\n]|(?<!\d),|,(?!\d)")
_WRITTEN = expression(r"\d[\d,]*|[一二两三四五六七八九十]+")
_LISTED = expression(r"(?:分别|依次)[^,:;、]{0,4}$|\d,$")
_POINTS_NEXT = expression(r"(?:\s?[、和]\s?\d{1,3}(?:\.\d+)?\s?个?){0,6}?\s?[、和]\s?\d{1,3}(?:\.\d+)?\s?个百分点")
_ONE_MORE = expression(rf"[\d二三四五六七八九十百]\s?(?P<unit>{_UNIT})\s?[,、;](?P<name>[一-龥]{{2,10}})$")
_LIST_END = expression("[,;。、)]|$")
_NOT_ONE = expression("没有|[无任哪另同每逐多少]|其中")
_NAME = 16  # characters
_NEAR = 60  # characters
_NAMES = frozenset({"DATE", "NUMBERED", "RANGE"})
_MARKS = {"(": "LP", ")": "RP", ",": "COMMA", ";": "SEMI", ":": "COLON", "、": "DUN"}


def scan(text: str, start: int, end: int, original: str = "") -> Iterator[Token]:
    """The tokens of text[start:end] in order, without gaps; `text` is folded, `original` tells its commas apart."""
    position = at = start
    while match := _PATTERN.search(text, at, end):
        token = _token(text, match, original or text)
        at = match.end()
        if token is None or token.start < position:
            continue
        if token.start > position:
            yield Token("TEXT", position, token.start)
        yield token
        position = at = token.end
    if position < end:
        yield Token("TEXT", position, end)


def _token(text: str, match: re.Match[str], original: str) -> Token | None:
    kind = match.lastgroup or ""
    if kind == "MARK":
        return Token(_MARKS[match[0]], *match.span())
    if kind == "ARABIC":
        return _arabic(text, match, original)
    if kind == "HAN":
        return _han(text, match)
    if kind == "FRACTION":
        return _fraction(match)
    return Token("NAME" if kind in _NAMES else kind, *match.span())


def _unit(text: str, match: re.Match[str]) -> str:
    """The unit of a number; 提高17.3个、21.6个百分点 leaves the first one's to the last."""
    unit = match["unit"] or ""
    points = unit == "个" and match["num"].count(".") == 1 and _POINTS_NEXT.match(text, match.end()) is not None
    return "个百分点" if points else unit


def _arabic(text: str, match: re.Match[str], original: str) -> Token | None:
    """A number in digits; without a unit it is a name (a code, a hot line), and so it is after a Latin letter."""
    written, multiplier, unit = match["num"], match["mult"] or "", _unit(text, match)
    start = match.start("pre") if match["pre"] else match.start("num")
    if not written.isdecimal() and _PARTING.search(written) and not _groups_thousands(match, original):
        return _ungrouped(match)
    if not unit and not multiplier:
        return Token("NAME", match.start("num"), match.end("num"))
    if len(written) > LONGEST or (start and _ALPHABET.match(text[start - 1])):
        return Token("NAME", start, match.end())
    value, decimals = written_number(written)
    scale = MULTIPLIERS[multiplier] if multiplier else 1
    hedge = (match["pre"] or "").strip() or match["early"] or match["mid"] or match["post"] or ""
    end = match.end()
    step = trailing_power(value) * scale if match["early"] else Fraction(scale, 10**decimals)
    rounded = bool(decimals or multiplier)
    span = Span(start, end)
    quantity = build_quantity(span, text[start:end], value * scale, unit, step, hedge, rounded=rounded)
    counts = value <= _MOST_SUMMED and _sums_up(text, unit, start, end)
    return Token("COUNT" if counts else "Q", start, end, quantity)


def _han(text: str, match: re.Match[str]) -> Token | None:
    """A Chinese numeral with its measure word, unless it is part of a name or an idiom."""
    written, unit = match["han"], match["hunit"]
    start = match.start("han")
    before = text[start - 1] if start else ""
    closes = written == "一" and _closes_list(text, unit, match)
    no_figure = not closes and _HAN_NO_FIGURE.match(written + unit) is not None
    if no_figure or (before in _HAN_STOP_BEFORE and not text.endswith(_NO_IDIOMS, 0, start)):
        return None
    if written[0] == "十" and before in _SOME:
        return None
    if unit == "期" and _PROJECT.match(text, match.end()):
        return None
    value = han_number(written)
    if value is None or (value < 2 and not match["hpre"] and not closes):
        return None
    hedge = (match["hpre"] or "").strip() or match["hmid"] or match["hpost"] or ""
    begin = match.start()
    rounded = "点" in written or written[-1] in "万亿"
    step = Fraction(1, 10 ** len(written.partition("点")[2])) if "点" in written else _last_place(written)
    if match["tenth"]:  # 七成一
        value, step = value + Fraction(han_number(match["tenth"]) or 0, 10), Fraction(1, 10)
    span = Span(begin, match.end())
    quantity = build_quantity(span, text[begin : match.end()], value, unit, step, hedge, rounded=rounded)
    listed = unit in _LIST_UNITS or (value <= _MOST_SUMMED and _sums_up(text, unit, begin, match.end()))
    return Token("COUNT" if listed else "Q", begin, match.end(), quantity)


def _closes_list(text: str, unit: str, match: re.Match[str]) -> bool:
    """一审9件,二审4件,再审一件。: the one of a list in its unit; elsewhere 一件 is rarely a figure."""
    begin = match.start()
    named = _ONE_MORE.search(text, max(0, begin - _NAME), begin)
    ends = _LIST_END.match(text, match.end()) is not None and not match["hpost"]
    return ends and named is not None and named["unit"] == unit and not _NOT_ONE.search(named["name"])


def _sums_up(text: str, unit: str, start: int, end: int) -> bool:
    """Whether a count only says how many things are added up (两项合计, 三类共), itself no member of a list."""
    before = text[max(0, start - 3) : start].rstrip()
    if before.endswith(("、", "和")) or _AREA.search(before):  # 全县14个乡镇共聘用42名,平均每个乡镇3名
        return False
    summed = _SUMMED.match(text, end) if unit in _SUMMED_UNITS else None
    return summed is not None and not _ends_its_list(text, unit, start, summed.end())


def _ends_its_list(text: str, unit: str, start: int, end: int) -> bool:
    """景区20家、博物馆9家、饭店7家共36家: the last of a list in one unit, as its total is."""
    clause = _PARTING_MARK.split(text[max(0, start - _NEAR) : start])[-1]
    total = _WRITTEN.match(text, end)
    return (
        total is not None
        and text.startswith(unit, total.end())
        and any(clause.startswith(unit, one.end()) for one in _WRITTEN.finditer(clause))
    )


def _fraction(match: re.Match[str]) -> Token | None:
    """百分之九十三点五 is a percentage; 三分之二, 一半, 翻一番 are ratios as percentages."""
    if match["per"] is not None:
        digits = "100" if match["per"] == "百" else match["per"]
        value = Fraction(digits[:LONGEST]) if digits[0].isdigit() else han_number(digits)
        if value is None or len(digits) > LONGEST:
            return None
        decimals = len(digits.replace("点", ".").partition(".")[2])
        return _percentage(match, value, Fraction(1, 10**decimals), "")
    if match["doubled"]:
        over = "以上" if match["beyond"] else ""
        return _percentage(match, Fraction(100 if match["doubled"] == "一" else 300), Fraction(10), over)
    if match["most"]:
        return _percentage(match, Fraction(50), Fraction(5), "超过")
    hedge = match["fpre"] or match["fpost"] or ""
    if match["half"]:
        return _percentage(match, Fraction(50), Fraction(10), hedge)
    below, above = han_number(match["below"]), han_number(match["above"])
    return _percentage(match, 100 * above / below, Fraction(5), hedge) if below and above else None


def _percentage(match: re.Match[str], value: Fraction, step: Fraction, hedge: str) -> Token:
    quantity = build_quantity(Span(*match.span()), match[0], value, "%", step, hedge, rounded=True)
    # 一半, 三分之二 are near enough by their words: nobody cuts them off.
    return Token("Q", *match.span(), quantity if match["per"] is not None else replace(quantity, truncated=None))


def _groups_thousands(match: re.Match[str], original: str) -> bool:
    """Whether commas or blanks group the digits of one number: they may part two numbers as well.

    Commas in full width never group. Blanks do in 5 068件, but not where blanks stand round numbers anyway.
    """
    start, end = match.span("num")
    written, before = original[start:end], original[max(0, start - 1) : start]
    if not (match["unit"] or match["mult"]):
        return False
    if " " in written:
        return not before.isspace() and original[end : end + 1] != " "
    if "，" in written:
        return False
    # 分别为1,120件、1,340件: where 、 parts the list, the comma does not.
    listed = _LISTED.search(original, max(0, start - 12), start) and not original.startswith(("、", "和"), match.end())
    return written.count(",") > 1 or "，" in original[max(0, start - _NEAR) : end + _NEAR] or not listed


def _ungrouped(match: re.Match[str]) -> Token:
    """The first of several numbers that commas or blanks part."""
    start = match.start("num")
    parting = _PARTING.search(match["num"])
    return Token("NAME", start, start + (parting.start() if parting else len(match["num"])))


def _last_place(numeral: str) -> Fraction:
    """One unit of the last place that a Chinese numeral names (两千三百: 100)."""
    power = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 10**8}
    step = 1
    for c in reversed(numeral):
        if c not in power:
            break
        step *= power[c]
    return Fraction(step)
