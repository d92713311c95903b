"""An expression from the cache is the one that would have been compiled; whatever is odd, it is compiled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import patterns
from checker.cache import VARIABLE
from checker.patterns import expression, keep_compiled

TEXTS = [
    r"\d+(?:[.,]\d+)*%?",
    r"(?P<year>20\d\d)年(度)?(?=报告)",
    r"^[一二三四五六七八九十]{1,3}、",
    r"(?<!\d)[\u4e00-\u9fff]{2,}(?:件|起|宗)$",
    r"(?i)abc|(?s:a.b)",
    r"(a)|b(?(1)c|d)",
]


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    forget()
    yield tmp_path / "cache"
    forget()


def forget() -> None:
    """As a new process would begin."""
    patterns._kept.cache_clear()
    patterns._fresh.clear()


def kept_after(text: str, flags: int = 0) -> re.Pattern[str]:
    """The expression as the next run gets it from the cache."""
    expression(text, flags).search("")
    keep_compiled()
    forget()
    assert f"{int(flags)} {text}" in patterns._kept()
    found = patterns._compiled(text, flags)
    assert not patterns._fresh
    return found


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("flags", [0, re.MULTILINE, re.MULTILINE | re.IGNORECASE])
def test_a_kept_expression_equals_the_compiled_one(text: str, flags: int) -> None:
    kept = kept_after(text, flags)
    compiled = re.compile(text, flags)
    assert kept == compiled
    assert (kept.pattern, kept.flags, kept.groups, dict(kept.groupindex)) == (
        compiled.pattern,
        compiled.flags,
        compiled.groups,
        dict(compiled.groupindex),
    )


@given(st.sampled_from(TEXTS), st.text(alphabet="0123456789.,%年度报告一二、件起abcABC\n", max_size=40))
def test_and_finds_the_same(text: str, subject: str) -> None:
    code = patterns._code(text, int(re.MULTILINE))
    found = [match.span() for match in patterns._revived(text, code).finditer(subject)]
    assert found == [match.span() for match in re.finditer(text, subject, re.MULTILINE)]


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("x")


def test_all_methods_are_there() -> None:
    number = expression(r"(\d)")
    assert number.sub("n", "a1") == "an"
    assert number.split("a1b") == ["a", "1", "b"]
    assert number.fullmatch("1") is not None
    assert number.findall("12") == ["1", "2"]
    assert number.groups == 1


@pytest.mark.parametrize("damage", [("x",), (0, bytes(3), 1, (None,)), (0, b"\xff" * 6, 5, ()), (0, "!", 0, ()), {}, 7])
def test_a_damaged_code_is_compiled_anew(monkeypatch: pytest.MonkeyPatch, damage: object) -> None:
    monkeypatch.setattr(patterns, "_kept", cache(lambda: {"0 [ab]+": damage}))
    assert expression("[ab]+").findall("aab b") == ["aab", "b"]


def test_another_engine_keeps_nothing(monkeypatch: pytest.MonkeyPatch, own_cache: Path) -> None:
    monkeypatch.setattr(patterns, "_parts", lambda: ())
    assert expression("[ab]+").findall("aab b") == ["aab", "b"]
    keep_compiled()
    assert not own_cache.exists()


def test_a_cache_that_is_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    assert expression("[ab]+").findall("aab b") == ["aab", "b"]
    keep_compiled()
