"""An equation filled in with the figures of a report, as people would write the sum on paper."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from checker.figures.build import short_decimal, shown, shown_value
from checker.rulebook.equations.tree import Comparator, Comparison, Name, Node, Number, Product, Sum
from checker.words.figure import Quantity

_SIGNS = {Comparator.AT_MOST: "≤", Comparator.BELOW: "<", Comparator.AT_LEAST: "≥", Comparator.ABOVE: ">"}
_CONTRARY = {"≤": ">", "<": "≥", "≥": "<", ">": "≤"}

Figures = Mapping[str, Quantity]


def filled(comparison: Comparison, figures: Figures, *, holds: bool) -> str:
    """`10 + 98 + 2 = 110 ≠ 111`; what is not stated is left out. A computed side stands first."""
    left, right = comparison.left, comparison.right
    sign = _sign(comparison, figures, holds=holds)
    if isinstance(left, Name) and not isinstance(right, Name) and comparison.comparator is Comparator.EQUAL:
        left, right = right, left
        sign = {"<": ">", ">": "<"}.get(sign, sign)
    first = _side(left, figures, _like(right, figures))
    second = _side(right, figures, _like(left, figures))
    if sign == "=" and isinstance(right, Name) and not isinstance(left, Name):
        return first
    return f"{first} {sign} {second}"


def gap(comparison: Comparison, figures: Figures) -> str:
    """By how much the sides differ."""
    like = _like(comparison.left, figures) or _like(comparison.right, figures)
    difference = abs(value(comparison.left, figures) - value(comparison.right, figures))
    if like is None:
        return short_decimal(difference)
    return short_decimal(difference, 2) + "个百分点" if like.is_percent else shown_value(difference, like)


def value(node: Node, figures: Figures) -> Fraction:
    """What the expression comes to with the figures as written; an unstated metric counts as nothing."""
    if isinstance(node, Number):
        return node.value
    if isinstance(node, Name):
        return figures[node.metric].value if node.metric in figures else Fraction(0)
    if isinstance(node, Sum):
        return sum((value(n, figures) for n in node.plus), Fraction(0)) - sum(value(n, figures) for n in node.minus)
    result = Fraction(1)
    for item in node.times:
        result *= value(item, figures)
    for item in node.over:
        divisor = value(item, figures)
        result = result / divisor if divisor else Fraction(0)
    return result


def _sign(comparison: Comparison, figures: Figures, *, holds: bool) -> str:
    left, right = value(comparison.left, figures), value(comparison.right, figures)
    if comparison.comparator is not Comparator.EQUAL:
        sign = _SIGNS[comparison.comparator]
        return sign if holds else _CONTRARY[sign]
    if left == right:
        return "="
    if not holds and (_stands_alone(comparison.left, figures) or _stands_alone(comparison.right, figures)):
        return ">" if left > right else "<"
    return "≈" if holds else "≠"


def _stands_alone(node: Node, figures: Figures) -> bool:
    """Whether of a sum only one member is stated: then it can be too much, but is no sum."""
    return isinstance(node, Sum) and sum(_is_known(n, figures) for n in node.plus + node.minus) == 1


def _like(node: Node, figures: Figures) -> Quantity | None:
    """A lone figure, in whose dress the other side is shown."""
    return figures.get(node.metric) if isinstance(node, Name) else None


def _side(node: Node, figures: Figures, like: Quantity | None) -> str:
    if isinstance(node, Name):
        return _expression(node, figures)
    total = value(node, figures)
    if like is not None and like.is_percent:
        decimals = len(shown(like).rstrip("%").partition(".")[2])
        return f"{_expression(_without_hundred(node), figures)} = {short_decimal(total, decimals + 2)}%"
    known = [n for n in (node.plus + node.minus if isinstance(node, Sum) else ()) if _is_known(n, figures)]
    expression = _expression(node, figures)
    return (
        expression
        if len(known) == 1
        else f"{expression} = {shown_value(total, like) if like else short_decimal(total)}"
    )


def _without_hundred(node: Node) -> Node:
    """A percentage's quotient without the factor 100, which the % sign tells."""
    if not isinstance(node, Product):
        return node
    times = tuple(item for item in node.times if item != Number(Fraction(100)))
    return Product(times, node.over) if times else node


def _is_known(node: Node, figures: Figures) -> bool:
    return not isinstance(node, Name) or node.metric in figures


def _expression(node: Node, figures: Figures) -> str:
    if isinstance(node, Name):
        return shown(figures[node.metric]) if node.metric in figures else "?"
    if isinstance(node, Number):
        return short_decimal(node.value)
    if isinstance(node, Sum):
        plus = [_expression(n, figures) for n in node.plus if _is_known(n, figures)]
        minus = [_expression(n, figures) for n in node.minus if _is_known(n, figures)]
        return " + ".join(plus) + "".join(f" - {item}" for item in minus)
    over = "".join(f" ÷ {_factor(n, figures)}" for n in node.over)
    return " × ".join(_factor(n, figures) for n in node.times) + over


def _factor(node: Node, figures: Figures) -> str:
    """A factor, in brackets where it is a sum of several known figures."""
    text = _expression(node, figures)
    several = isinstance(node, Sum) and sum(_is_known(n, figures) for n in node.plus + node.minus) > 1
    return f"({text})" if several else text
