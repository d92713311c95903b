"""What was checked and held, and the score with every point that is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.renderers import view
from checker.renderers.clean import clean
from checker.renderers.decimals import decimal
from checker.renderers.phrases import Number
from checker.renderers.screen.page import Page
from checker.renderers.screen.styled import Styled
from checker.scoring import shown
from checker.words.audit import Audit, Score, Verdict
from checker.words.place import Place
from checker.words.relation import Relation, Truth
from checker.words.rule import Wording

_MOST_EQUATIONS = 5

_HELD = Wording("已核对 {count} 处数字关系，全部一致", "{count:relation|relations} between figures verified, all right")
_PARTLY = Wording(
    "已核对 {count} 处数字关系，其中 {held} 处一致", "{count:relation|relations} between figures verified, {held} right"
)
_OPEN = Wording("；另有 {count} 处无法判断", "; {count} more cannot be decided")
_READ = Wording(
    "（读出数字 {figures} 个，参与核对 {related} 个", " ({figures:figure|figures} read, {related} of them verified"
)
_UNREAD = Wording("，未能读懂 {count} 句", "; {count:sentence|sentences} not understood")
_CLOSE = Wording("）", ")")
_SCORE = Wording("评分 {total} / 100  {grade}", "Score {total} / 100  {grade}")
_LOST = Wording("{count} 处，封顶 {cap}", "{count} found, cap {cap}")
_SPARED = Wording("{rule}  豁免 {count} 处，免扣 {points} 分", "{rule}  {count} waived, {points} points spared")
_OUTSIDE = Wording("不计入基数：", "Outside the base: ")
_NUMBERS = {
    Verdict.UNDECIDED: Wording("无法判断 {count} 条（权重 {weight}）", "{count} undecided (weight {weight})"),
    Verdict.NOT_APPLICABLE: Wording("不适用 {count} 条", "{count} not applicable"),
    Verdict.WAIVED: Wording("豁免 {count} 条", "{count} waived"),
}


def show_relations(page: Page, audit: Audit) -> None:
    """How many relations between figures were verified, with some of those that hold."""
    held, violated = view.relations(audit, Truth.HOLDS), view.relations(audit, Truth.VIOLATED)
    undecided = view.relations(audit, Truth.UNDECIDABLE)
    if not audit.relations or audit.coverage is None:
        return
    words = (
        (_PARTLY if violated else _HELD)
        .of(page.language)
        .format(count=Number(len(held) + len(violated)), held=len(held))
    )
    words += _OPEN.of(page.language).format(count=len(undecided)) if undecided else ""
    coverage = _READ.of(page.language).format(figures=Number(audit.coverage.figures), related=audit.coverage.related)
    unread = audit.coverage.unread_sentences
    coverage += _UNREAD.of(page.language).format(count=Number(unread)) if unread else ""
    page.heading(words, coverage + _CLOSE.of(page.language))
    firsts = {relation.id: min(places, key=lambda place: place.offset) for relation, places in _placed(audit)}
    # Of many, those that say most: a sum of five figures rather than one stated twice.
    placed = list({(each.equation, firsts[each.id]): each for each in held if each.id in firsts}.values())
    telling = sorted(sorted(placed, key=lambda relation: -len(relation.operands))[:_MOST_EQUATIONS], key=placed.index)
    for relation in telling:
        lead = Styled("√ ", "green").append(f"{view.position(firsts[relation.id]):<7} ", "dim")
        page.paragraph(Styled(clean(relation.equation)), lead=lead, indent=2)


def _placed(audit: Audit) -> Iterator[tuple[Relation, tuple[Place, ...]]]:
    return ((relation, places) for relation, places in zip(audit.relations, audit.places, strict=True) if places)


def show_score(page: Page, audit: Audit) -> None:
    """The score, each deduction, the sum, and what stayed outside."""
    if audit.score is None:
        return
    score = audit.score
    page.heading(_SCORE.of(page.language).format(total=shown(score.total), grade=view.grade(score, page.language)))
    for lost in score.deductions:
        lead = Styled(f"-{decimal(lost.points):<4} ", "red")
        body = Styled(f"{lost.rule}  ").append(
            _LOST.of(page.language).format(count=lost.count, cap=decimal(lost.cap)), "dim"
        )
        page.paragraph(body.append(f"  {clean(lost.reason)}", "dim"), lead, indent=2)
    for spared in score.waived:
        words = _SPARED.of(page.language).format(rule=spared.rule, count=spared.count, points=decimal(spared.points))
        page.paragraph(Styled(words, "dim"), lead=" " * 6, indent=2)
    lost_points = decimal(sum((lost.points for lost in score.deductions), score.base - score.base))
    base = decimal(score.base)
    page.paragraph(Styled(f"100 × ({base} - {lost_points}) ÷ {base} = {shown(score.total)}", "dim"), indent=2)
    for words in view.veto_lines(audit, page.language):
        page.paragraph(Styled(clean(words), "red"), indent=2)
    _outside(page, audit, score)


def _outside(page: Page, audit: Audit, score: Score) -> None:
    counts = Counter(outcome.verdict for outcome in audit.outcomes)
    words = [
        name.of(page.language).format(count=counts[verdict], weight=decimal(score.undecided))
        for verdict, name in _NUMBERS.items()
        if counts[verdict]
    ]
    if words:
        listed = Wording("、", ", ").of(page.language).join(words)
        page.paragraph(Styled(_OUTSIDE.of(page.language) + listed, "dim"), indent=2)
    for outcome in audit.outcomes:
        if outcome.verdict is Verdict.UNDECIDED:
            page.paragraph(Styled(f"{outcome.rule}  {clean(outcome.reason or '')}", "dim"), indent=4)
