"""What kind of relation an equation is, and the role of each metric in it."""

from __future__ import annotations

from checker.rulebook.equations.tree import Comparator, Comparison, Name, Node, Product, Sum, children, metrics
from checker.words.relation import RelationKind, Role


def kind_of(comparison: Comparison) -> RelationKind:
    """The kind of relation that the form of the comparison tells."""
    sides = (comparison.left, comparison.right)
    if comparison.comparator is not Comparator.EQUAL:
        return RelationKind.BOUND
    if any(isinstance(side, Product) and side.over for side in sides):
        return RelationKind.RATE
    if all(isinstance(side, Sum) for side in sides):
        return RelationKind.CARRY_OVER
    if any(isinstance(side, Sum) and side.minus for side in sides):
        return RelationKind.DIFFERENCE
    return RelationKind.PART_WHOLE_SUM if any(isinstance(side, Sum) for side in sides) else RelationKind.OTHER


def roles(comparison: Comparison, kind: RelationKind) -> dict[str, Role]:
    """By the kind of the relation and the place in the tree; OTHER where that tells nothing."""
    if kind is RelationKind.PART_WHOLE_SUM:
        return _sides(comparison, Role.TOTAL, Role.PART)
    if kind is RelationKind.BOUND:
        left, right = Role.PART, Role.TOTAL
        if comparison.comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
            left, right = right, left
        return dict.fromkeys(metrics(comparison.left), left) | dict.fromkeys(metrics(comparison.right), right)
    if kind is RelationKind.RATE:
        return _quotients(comparison) | _sides(comparison, Role.RATE, None)
    if kind is RelationKind.DIFFERENCE:
        return _sides(comparison, Role.REMAINDER, Role.PART)
    return dict.fromkeys(metrics(comparison), Role.OTHER)


def _sides(comparison: Comparison, lone: Role, other: Role | None) -> dict[str, Role]:
    """The metric that stands alone on its side, and those of the other side."""
    found: dict[str, Role] = {}
    for side in (comparison.left, comparison.right):
        role = lone if isinstance(side, Name) else other
        if role is not None:
            found |= dict.fromkeys(metrics(side), role)
    return found


def _quotients(node: Node | Comparison) -> dict[str, Role]:
    """What is divided and what it is divided by, anywhere in the tree."""
    found: dict[str, Role] = {}
    if isinstance(node, Product) and node.over:
        for item in node.times:
            found |= dict.fromkeys(metrics(item), Role.NUMERATOR)
        for item in node.over:
            found |= dict.fromkeys(metrics(item), Role.DENOMINATOR)
        return found
    for child in children(node):
        found |= _quotients(child)
    return found
