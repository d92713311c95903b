"""What a sentence has said before a figure: of scope, of other years, of intentions."""

from __future__ import annotations

from checker.patterns import expression
from checker.rulebook.equations.naming import Lexicon, plain
from checker.rulebook.equations.scopes import is_empty, told_scope
from checker.words.figure import Figure

_INTENDED = expression(r"力争|争取|预计|预期|拟于|确保.{0,12}(?:达到|不低于|控制)|目标(?:是|为|任务)|计划(?:于|到|在)")
_YEAR = expression(r"(?:19|20)\d\d年|上年|去年|上一年|本年|今年|全年|当年")
_STOCK = expression(r".{0,4}(?:结转|未结|未办结|未审结|结存|旧存|存量|转入|遗留|结余)")
_ORDINAL = expression(r"^(?:[一二三四五六七八九十]是|首先|其次|第[一二三四五六],)")
_OPENING = expression(r"(?:^|[,;。:])(?P<of>[^,;。:]{2,24}?)(?:之?中|里),")

# 上半年110卷、优秀42卷,下半年130卷、优秀61卷,全年优秀率42.9%: what a part of the year counts is not the year's.
_PART_OF_YEAR = expression("(?<![比较])(?:[上下]半年|前?[一二三四]季度|年内前)")
# 二审上年结转2件,审结13件: no first instance; 一审方面,上年结转14件: not of all that came in
_INSTANCE = expression("^(?:行政)?(?:诉讼)?(?:二审|再审|一审(?:方面|阶段))")
_WHOLE_YEAR = "全年"
# What else has come in.
_COMES_IN = expression(
    "收到|受理|接收|接到|接访|接待|接报|转办|交办|移交|承办|新收|登记|委派|委托|立案审查|审查调查|接警"
)
_MATTER = expression("申请|提起|线索|来信|来电|来件|事项|工单|警情")
_CARRIED_ON = expression("结转(?:到|至)?(?:下|次|明|20\\d\\d)|转入下|(?:尚|还)未办结")
_BY_ORIGIN = expression("(?:当年|本年|今年|上年|新)(?:立案|新收|受理|收|结转)")  # 办结案件中,当年立案89件


class Hearing:
    """Listens to one sentence, figure by figure. `clear`: it has spoken of nothing but figures of known names.

    `statement` is the start of the first figure since the last semicolon. `strayed` is where it last told of something
    else that came in: the bare names behind it speak of that (收到公平竞争审查申请41件,办结41件).
    """

    def __init__(self, lexicon: Lexicon, year: int | None) -> None:
        self._lexicon = lexicon
        self._year = year
        self._other_year = self._intended = self._listed = False
        self._first = True
        self.statement = 0
        self.scope = ""
        self.clear = True
        self.strayed: int | None = None
        self._known = False

    @property
    def is_of_this_year(self) -> bool:
        """Whether the next figure is a fact of the report year."""
        return not (self._other_year or self._intended or self._listed)

    def listen(self, figure: Figure) -> None:
        """Take in the words since the figure before."""
        gap = figure.gap
        opens = self._first or ";" in gap
        if self._first or ";" in gap:
            self.statement = figure.span.start
        self.scope = told_scope(gap.partition("占")[0]) or self.scope  # 占全市受理总数的39.69%: a base, no scope
        if part := _PART_OF_YEAR.search(gap):
            self.scope = part[0]
        elif _WHOLE_YEAR in gap and _PART_OF_YEAR.fullmatch(self.scope):
            self.scope = ""
        if self._first:
            self._first = False
            if instance := _INSTANCE.match(gap):
                self.scope = instance[0]
            self.clear = is_empty(plain(_ORDINAL.sub("", gap.removesuffix(figure.label)), self._year))
        if "中," in gap or "里," in gap:
            self._open(gap)
        if _INTENDED.search(gap):
            self._intended = True
        # 被纠错率11.8%,上年审结31件、被纠错5件: what 、 joins to last year's is last year's
        last = figure.compared and any(self._is_other(year[0]) for year in _YEAR.finditer(gap))
        self._listed = last or (self._listed and figure.parted == 1)
        if "年" in gap and (opens or not figure.compared):  # 上年应办121件,办结116件: all of it is last year's
            for year in _YEAR.finditer(gap):
                if not _STOCK.match(gap, year.end()) and not gap[: year.start()].endswith("结转"):
                    self._other_year = self._is_other(year[0])

    def heard(self, figure: Figure, *, known: bool) -> None:
        """Take in whether the figure has a known name; an unknown one may tell of something else."""
        if (not known and self._is_of_another(figure)) or _CARRIED_ON.search(figure.label):
            self.strayed = figure.span.start - len(figure.gap)
        self._known = self._known or known
        self.clear = self.clear and known

    def _is_of_another(self, figure: Figure) -> bool:
        """Whether a figure tells of something else that came in; its noun alone does before any of a known name."""
        own = "其中" not in figure.gap and figure.parted != 1
        return own and bool(_COMES_IN.search(figure.label) or (not self._known and _MATTER.search(figure.label)))

    def _open(self, gap: str) -> None:
        """ "X中," limits what follows to X, unless X is itself a metric (审结案件中) that is not divided by origin."""
        opening = _OPENING.search(gap)
        if opening:
            of = plain(opening["of"], self._year)
            limits = not any(self._lexicon.ends(of)) or _BY_ORIGIN.match(gap, opening.end())
            if not is_empty(of) and limits:
                self.scope = opening["of"]

    def _is_other(self, year: str) -> bool:
        if year in ("上年", "去年", "上一年"):
            return True
        return year[0] in "12" and self._year is not None and int(year[:4]) != self._year
