"""Random equations: as trees, and as people write them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from checker.rulebook.equations.tree import Comparator, Comparison, Name, Node, Number, Product, Sum, metrics

NAMES = ["received", "accepted", "closed", "sum_of", "rate", "a", "summary", "x1"]

names = st.sampled_from(NAMES).map(Name)
numbers = st.decimals(min_value=0, max_value=1000, places=2).map(lambda value: Number(Fraction(value)))


def _sums(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    items = inner.filter(lambda node: not isinstance(node, Sum))
    plus = st.lists(items, min_size=1, max_size=3)
    minus = st.lists(items, max_size=2)
    return (
        st.tuples(plus, minus)
        .filter(lambda pair: len(pair[0]) + len(pair[1]) > 1)
        .map(lambda pair: Sum(tuple(pair[0]), tuple(pair[1])))
    )


def _products(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    items = inner.filter(lambda node: not isinstance(node, Product))
    times = st.lists(items, min_size=1, max_size=2)
    over = st.lists(items, max_size=2)
    return (
        st.tuples(times, over)
        .filter(lambda pair: len(pair[0]) + len(pair[1]) > 1)
        .map(lambda pair: Product(tuple(pair[0]), tuple(pair[1])))
    )


nodes: st.SearchStrategy[Node] = st.recursive(
    st.one_of(names, numbers), lambda inner: st.one_of(_sums(inner), _products(inner)), max_leaves=6
)
comparisons = st.builds(Comparison, nodes, st.sampled_from(Comparator), nodes)


def used(comparison: Comparison) -> list[str]:
    return list(dict.fromkeys(metrics(comparison)))
