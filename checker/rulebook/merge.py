"""Violated relations become findings: those that share a figure are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.words.finding import Severity
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role
from checker.words.rule import Hit, Rule, Stage

# Where a finding stands when several figures could take it: what is computed from the others comes first.
_HEAD = (Role.TOTAL, Role.COUNT, Role.RATE, Role.CHANGE, Role.CLOSING, Role.RESTATED, Role.LATER, Role.REMAINDER)
_MOST = 24  # places of one finding that a reader may be asked to compare
_HEAD_OF_KIND = {RelationKind.DIFFERENCE: Role.REMAINDER, RelationKind.BOUND: Role.PART}


@dataclass(frozen=True, slots=True)
class Violation:
    """A violated relation and the rule that asks for it."""

    rule: Rule
    relation: Relation

    @property
    def severity(self) -> Severity:
        """The lighter of the rule's severity and what the binding bears out."""
        if self.relation.rounding:
            return Severity.INFO
        bound = Severity.ERROR if self.relation.binding is Binding.STATED else Severity.WARNING
        return min(self.rule.severity, bound, key=lambda severity: severity.rank)

    @property
    def precedence(self) -> tuple[bool, int, int, int]:
        """A rule on trial gives way; then the gravest, the one with the fewest operands, the first in the text."""
        operands = self.relation.operands
        first = min((operand.span.start for operand in operands), default=0)
        return self.rule.stage is Stage.TRIAL, -self.severity.rank, len(operands), first


def merge(violations: Sequence[Violation]) -> tuple[tuple[Rule, Hit], ...]:
    """One hit for each group of violations that are joined by shared figures; each violation is in exactly one."""
    figures = _figures(violations)
    members = [{figures[o.span] for o in v.relation.operands if o.span in figures} for v in violations]
    groups = [part for group in _groups(members) for part in _parted(group, members)]
    return tuple(_hit([violations[index] for index in group], figures) for group in groups)


def _figures(violations: Sequence[Violation]) -> dict[Span, Span]:
    """For the span of each operand that is a figure or a date: the stretch of overlapping spans that it lies in."""
    spans = sorted({o.span for v in violations for o in v.relation.operands if o.role is not Role.ITEM or o.interval})
    stretch: dict[Span, Span] = {}
    run: list[Span] = []
    for span in [*spans, None]:
        if run and (span is None or span.start >= max(s.end for s in run)):
            whole = Span(run[0].start, max(s.end for s in run))
            stretch.update(dict.fromkeys(run, whole))
            run = []
        if span is not None:
            run.append(span)
    return stretch


def _groups(members: Sequence[set[Span]]) -> list[list[int]]:
    """The indices of the sets, put together wherever sets share a member; groups and indices in order."""
    root = list(range(len(members)))

    def find(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    seen: dict[Span, int] = {}
    for index, group in enumerate(members):
        for member in group:
            a, b = find(seen.setdefault(member, index)), find(index)
            root[max(a, b)] = min(a, b)
    groups: dict[int, list[int]] = {}
    for index in range(len(members)):
        groups.setdefault(find(index), []).append(index)
    return list(groups.values())


def _parted(group: Sequence[int], members: Sequence[set[Span]]) -> list[list[int]]:
    """A group as it is; one that runs through half a table, figure by figure, parted by its wrong figures.

    A wrong figure stands in all violations that it causes, so that a group without a common one has more than one:
    the figure of most violations goes first, with all of these.
    """
    if len(set.union(*(members[index] for index in group))) <= _MOST:
        return [list(group)]
    holders: dict[Span, list[int]] = {}
    for index in group:
        for member in members[index]:
            holders.setdefault(member, []).append(index)
    left, parts = set(group), []
    while left:
        suspect = min(holders, key=lambda member: (-len(left.intersection(holders[member])), member))
        parts.append([index for index in holders[suspect] if index in left])
        left.difference_update(parts[-1])
    return sorted(parts)


def _hit(group: Sequence[Violation], figures: dict[Span, Span]) -> tuple[Rule, Hit]:
    primary = min(group, key=lambda violation: violation.precedence)
    relation = primary.relation
    place = _place(relation, group, figures)
    home = figures.get(place.span, place.span)
    others = {
        operand.span: operand.label or operand.role.value
        for violation in group
        for operand in violation.relation.operands
        if figures.get(operand.span, operand.span) != home
    }
    hit = Hit(
        span=place.span,
        arguments=_arguments(primary, place, group),
        related=tuple(sorted(others.items())),
        relations=tuple(violation.relation.id for violation in group),
        severity=primary.severity,
        subject="|".join([relation.kind, *(f"{operand.label}{operand.text}" for operand in relation.operands)]),
    )
    return primary.rule, hit


def _place(relation: Relation, group: Sequence[Violation], figures: dict[Span, Span]) -> Operand:
    """The figure that all violations share, else the total or what stands for it."""
    shared = set.intersection(*({figures.get(o.span, o.span) for o in v.relation.operands} for v in group))
    candidates = [o for o in relation.operands if figures.get(o.span, o.span) in shared] or list(relation.operands)

    def order(operand: Operand) -> tuple[int, int]:
        if operand.role is _HEAD_OF_KIND.get(relation.kind):
            return -1, -operand.span.start
        return _HEAD.index(operand.role) if operand.role in _HEAD else len(_HEAD), -operand.span.start

    return min(candidates, key=order)


def _arguments(primary: Violation, place: Operand, group: Sequence[Violation]) -> dict[str, str]:
    """What a message about relations may name; an argument without a value is empty."""
    relation = primary.relation
    repairs = {violation.relation.repair for violation in group}
    repair = repairs.pop() if len(repairs) == 1 else None
    operands = [operand for violation in group for operand in violation.relation.operands]
    return {
        "equation": relation.equation,
        "gap": relation.gap,
        "figure": place.text,
        "label": place.label,
        "repair": repair[1] if repair else "",
        "suspect": next((o.text for o in operands if repair and o.span == repair[0]), ""),
        "inferred": "" if relation.binding is Binding.STATED else "inferred",
        "rounding": "rounding" if relation.rounding else "",
        "others": "；".join(_others(primary, group)),
    }


def _others(primary: Violation, group: Sequence[Violation]) -> Iterator[str]:
    """The equations of the other violations, without those that tell the same of the same figures."""
    told = {_content(primary.relation)}
    for violation in group:
        if _content(violation.relation) not in told:
            told.add(_content(violation.relation))
            yield violation.relation.equation


def _content(relation: Relation) -> tuple[RelationKind, frozenset[Span]]:
    return relation.kind, frozenset(operand.span for operand in relation.operands)
