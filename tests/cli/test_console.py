"""Any console: narrow, without an encoding for Chinese, closed early, or no console at all."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.cli import console
from checker.renderers.text import render
from tests.records import make_audit, make_finding, make_run


def stream(encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "gb18030", "big5", "utf-8", "ascii", "latin-1"])
def test_a_page_can_be_written_to_any_console(encoding: str) -> None:
    page = render(make_run(make_audit("𠮷县›√.txt", make_finding(message="≠ “甲”—乙 ✓"))))
    target = stream(encoding)
    target.write(console.legible(page, target))
    target.flush()


def test_marks_get_stand_ins_where_they_are_missing() -> None:
    assert console.legible("二 › (三)【110件】√ 𠮷", stream("gbk")) == "二 > (三)【110件】√ ?"
    assert console.legible("√ 【a】 × ─", stream("ascii")) == "v [[a]] x -"


def test_what_the_console_can_write_is_left_alone() -> None:
    assert console.legible("二 › (三)【110件】", stream("utf-8")) == "二 › (三)【110件】"


@given(st.text(), st.sampled_from(["gbk", "ascii", "utf-8", "utf-16"]))
def test_no_text_fails(text: str, encoding: str) -> None:
    target = stream(encoding)
    console.legible(text, target).encode(encoding)


def test_talk_into_a_closed_stream_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = stream("utf-8")
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed)
    console.say("听不见")
    monkeypatch.setattr(sys, "stderr", None)
    console.say("听不见")


@pytest.mark.parametrize(
    ("environment", "option", "expected"),
    [
        ({}, "auto", False),
        ({}, "always", True),
        ({"FORCE_COLOR": "1"}, "auto", True),
        ({"FORCE_COLOR": "1"}, "never", False),
        ({"NO_COLOR": "1"}, "always", True),
    ],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], option: str, expected: bool) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert console.room(option)[1] is expected


def test_a_terminal_has_colour_unless_it_is_unwanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert console.room("auto")[1] is True
    monkeypatch.setenv("NO_COLOR", "1")
    assert console.room("auto")[1] is False
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("TERM", "dumb")
    assert console.room("auto")[1] is False


def test_the_width_is_that_of_the_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert console.room("auto")[0] == 60
    monkeypatch.setenv("COLUMNS", "400")
    assert console.room("auto")[0] == 120


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["check", "--lang", "en"], "en"),
        (["--lang=en"], "en"),
        (["--lang"], "zh"),
        (["--lang", "fr"], "zh"),
        ([], "zh"),
    ],
)
def test_the_language_is_known_before_the_options(arguments: list[str], language: str) -> None:
    assert console.language_of(arguments) == language
