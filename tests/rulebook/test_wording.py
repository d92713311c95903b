"""Messages and their arguments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.rulebook.wording import fill, names, stray


@pytest.mark.parametrize(("template", "arguments", "text"), [
    ("{a}与{b}不符", {"a": "甲", "b": "乙"}, "甲与乙不符"),
    ("{a}不符", {}, "不符"),
    ("不符[gap|，相差{gap}]", {"gap": "3"}, "不符，相差3"),
    ("不符[gap|，相差{gap}]", {"gap": ""}, "不符"),
    ("[inferred|口径是否一致？][!inferred|应当一致。]", {"inferred": "1"}, "口径是否一致？"),
    ("[inferred|口径是否一致？][!inferred|应当一致。]", {}, "应当一致。"),
    ("[a|甲[b|乙[!c|丙]]]", {"a": "1", "b": "1"}, "甲乙丙"),
    ("[a|甲[b|乙]]", {"b": "1"}, ""),
    ("〔2019〕28号 [注] {1} {}", {}, "〔2019〕28号 [注] {1} {}"),
    ("{a}", {"a": "{b}[c|d]"}, "{b}[c|d]"),
])  # fmt: skip
def test_templates_are_filled(template: str, arguments: dict[str, str], text: str) -> None:
    assert fill(template, arguments) == text


def test_names_are_those_that_always_print() -> None:
    assert names("{a}[b|{c}[d|{e}]]{f}") == {"a", "f"}


@pytest.mark.parametrize("template", ["{占位}", "{ a }", "[gap|相差", "gap|相差{x", "{a b}", "[a|b{c d}]"])
def test_what_is_misspelt_is_found(template: str) -> None:
    assert bool(stray(template)) == (template != "gap|相差{x")


@pytest.mark.parametrize("template", ["", "甲{a}乙", "[a|甲]", "[!a|甲[b|乙]]", "〔2019〕", "[注]", "a|b"])
def test_what_is_right_is_left_alone(template: str) -> None:
    assert stray(template) is None


@given(st.text("ab{}[]|!甲", max_size=60), st.dictionaries(st.sampled_from("ab"), st.text(max_size=3)))
def test_any_template_can_be_filled(template: str, arguments: dict[str, str]) -> None:
    fill(template, arguments)
    names(template)
    stray(template)
