"""Whatever stands in a rule file: a rulebook or an orderly refusal, quickly, with places that exist."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.words.place import Lines
from tests.rulebook.packs import faults, pack, rule

GOOD = pack(rules="rules:\n" + rule())
MARKS = [*":：\n\t-'\"{}[],，|>#?%@\\~ \r\u3000\x00\ufeff\u2028\x85\ud800甲"]
WORDS = ["- ", "&a", "*a", "!x", "<<", "null", "---", "...", "1e9", "schema", "rules", "pack", "id", "require", "(a"]
PIECES = [*MARKS, *WORDS, "none_of"]


def check(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    lines = Lines(text.removeprefix("\ufeff"))
    for fault in faults(data):
        assert fault.message
        assert fault.english
        assert fault.path == "a.yaml"
        assert fault.line is not None
        assert fault.column is not None
        if fault.code not in ("not_utf8", "too_large"):
            assert 1 <= fault.line <= len(lines)
            assert 1 <= fault.column <= len(lines.span(fault.line)) + 1


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(st.binary())
def test_any_bytes(data: bytes) -> None:
    assert faults(data)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_yaml_like_text(text: str) -> None:
    check(text)


@settings(max_examples=200)
@given(st.integers(0, len(GOOD)), st.integers(0, 6), st.sampled_from(["", *PIECES]))
@example(0, 0, "\ufeff")
def test_any_edit_of_a_good_pack(at: int, removed: int, put: str) -> None:
    check(GOOD[:at] + put + GOOD[at + removed :])


BOMBS = {
    "deep flow": "a: " + "[" * 5000,
    "deep flow on lines": "a:\n" + " [\n" * 300_000,
    "deep mapping": "".join(" " * n + "a:\n" for n in range(1300)),
    "laughs": "a0: &a0 [x]\n" + "".join(f"a{n + 1}: &a{n + 1} [*a{n},*a{n}]\n" for n in range(20)),
    "merge keys": "a: &a {k: 1}\n" + "b: {<<: [" + ", ".join(["*a"] * 5000) + "]}\n",
    "cycle": "a: &a [*a]\n",
    "many nodes": "a: [" + "x," * 400_000 + "]",
    "many keys": "".join(f"k{n}: 1\n" for n in range(90_000)),
    "one key": "a" * 900_000,
    "quotes": "a: '" + "x" * 900_000,
    "python": "a: !!python/object/apply:os.system [echo]\n",
    "large": "a: b\n" * 2_000_001,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_quickly(name: str) -> None:
    """On the event stream, before anything is built; the clock only catches what would run for minutes."""
    started = time.process_time()
    assert faults(BOMBS[name])
    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMBS["deep flow"], "too_deep"),
        (BOMBS["many nodes"], "too_many_nodes"),
        (BOMBS["large"], "too_large"),
        (BOMBS["cycle"], "alias"),
        ("", "empty"),
        ("# 只有注释\n", "empty"),
        ("只有文字", "wrong_type"),
        ("- 一\n- 二\n", "wrong_type"),
    ],
)
def test_whole_files(text: str, code: str) -> None:
    assert code in {fault.code for fault in faults(text)}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_another_encoding_is_told_at_the_first_bad_byte(encoding: str) -> None:
    found = faults("schema: 规则\n".encode(encoding))
    assert [(fault.code, fault.line) for fault in found] == [("not_utf8", 1)]
    assert "另存为 UTF-8" in found[0].message


def test_a_byte_order_mark_does_no_harm() -> None:
    assert faults(b"\xef\xbb\xbf" + GOOD.encode()) == ()
