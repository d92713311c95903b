"""The tree of an equation, and its two writings: for people, and in reverse Polish order for the cache.

Sums and products are flat: what is added and taken away, what is multiplied and divided by. Equal equations have equal
trees whatever brackets they were written with.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from checker.figures.numerals import plain_decimal
from checker.words.record import dataclass


class Comparator(StrEnum):
    EQUAL = "=="
    AT_MOST = "<="
    AT_LEAST = ">="
    BELOW = "<"
    ABOVE = ">"


@dataclass(frozen=True, slots=True)
class Number:
    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    metric: str


@dataclass(frozen=True, slots=True)
class Sum:
    """All of `plus` added, all of `minus` taken away."""

    plus: tuple[Node, ...]
    minus: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Product:
    """All of `times` multiplied, divided by all of `over`."""

    times: tuple[Node, ...]
    over: tuple[Node, ...] = ()


Node = Number | Name | Sum | Product


@dataclass(frozen=True, slots=True)
class Comparison:
    left: Node
    comparator: Comparator
    right: Node


def metrics(node: Node | Comparison) -> Iterator[str]:
    """The ids of the metrics, in the order of the text, as often as they stand there."""
    if isinstance(node, Name):
        yield node.metric
    else:
        for child in children(node):
            yield from metrics(child)


def children(node: Node | Comparison) -> tuple[Node, ...]:
    if isinstance(node, Comparison):
        return node.left, node.right
    if isinstance(node, Sum):
        return node.plus + node.minus
    if isinstance(node, Product):
        return node.times + node.over
    return ()


def written(node: Node | Comparison) -> str:
    """The tree as people write it, in the grammar's own words."""
    if isinstance(node, Comparison):
        return f"{written(node.left)} {node.comparator} {written(node.right)}"
    if isinstance(node, Number):
        return plain_decimal(node.value)
    if isinstance(node, Name):
        return node.metric
    if isinstance(node, Sum):
        return " + ".join(map(_inner, node.plus)) + "".join(f" - {_inner(each)}" for each in node.minus)
    return " * ".join(map(_inner, node.times)) + "".join(f" / {_inner(each)}" for each in node.over)


def _inner(node: Node) -> str:
    return f"({written(node)})" if isinstance(node, Sum) else written(node)


def postfix(node: Node | Comparison) -> str:
    """The tree in reverse Polish order: names, `#` before numbers, `+2-1` and `*2/1` after their operands."""
    return " ".join(_steps(node))


def _steps(node: Node | Comparison) -> Iterator[str]:
    for child in children(node):
        yield from _steps(child)
    if isinstance(node, Comparison):
        yield node.comparator
    elif isinstance(node, Number):
        yield f"#{node.value}"
    elif isinstance(node, Name):
        yield node.metric
    elif isinstance(node, Sum):
        yield f"+{len(node.plus)}-{len(node.minus)}"
    else:
        yield f"*{len(node.times)}/{len(node.over)}"


def comparison(steps: str) -> Comparison:
    """The comparison whose `postfix` this is."""
    stack: list[Node] = []
    *inner, comparator = steps.split()
    for step in inner:
        if step[0] == "#":
            stack.append(Number(Fraction(step[1:])))
        elif step[0] in "+*":
            kind, parting = (Sum, "-") if step[0] == "+" else (Product, "/")
            first, second = map(int, step[1:].split(parting))
            operands = stack[len(stack) - first - second :]
            del stack[len(stack) - first - second :]
            stack.append(kind(tuple(operands[:first]), tuple(operands[first:])))
        else:
            stack.append(Name(step))
    left, right = stack
    return Comparison(left, Comparator(comparator), right)
