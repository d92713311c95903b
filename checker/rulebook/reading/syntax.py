"""What a YAML parser complains of, said plainly in Chinese with the line that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from checker.rulebook.reading.packfile import PackFile
from checker.rulebook.reading.sayings import SAYINGS
from checker.words.place import Span
from checker.words.source import Fault

_AT_CONTEXT = ("could not find expected ':'", "unexpected end of stream")
_TAB = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_WIDE_BLANK = re.compile(r"^ *\u3000[\u3000 ]*", re.MULTILINE)
_WIDE_COLON = re.compile(r"^[ \t]*(?:- +)?([A-Za-z_][\w.-]*)[ ]?(：)", re.MULTILINE)
_WIDE_COMMA = re.compile(r"[{\[][^\n{}\[\]]*?(，)")
_KEY_VALUE = re.compile(r"^(\s*(?:- +)*[\w.-]+: +)(.*?)\s*$")


def syntax_faults(file: PackFile, error: yaml.YAMLError) -> Iterator[Fault]:
    """The parser's complaint; instead of it, where there are any on the spot, the slips that misled the parser."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context = getattr(error, "context_mark", None)
    if context is not None and any(saying in problem for saying in _AT_CONTEXT):
        mark = context
    at = min(mark.index if mark is not None else getattr(error, "position", 0), len(file.text))
    slips = [fault for fault in _slips(file) if fault.line in _around(file, at)]
    if slips:
        yield from slips
        return
    comma = next((m for m in _WIDE_COMMA.finditer(file.text) if file.line(m.start(1)) in _around(file, at)), None)
    if comma and "',' or" in problem:
        zh, en = "括号里用了全角逗号“，”分隔，请改为半角“, ”", "full-width comma between items; write “, ”"
        yield file.fault("wide_comma", zh, en, Span(*comma.span(1)))
        return
    zh, en = next(((zh, en) for needle, zh, en in SAYINGS if needle in problem), (f"YAML 语法错误：{problem}", problem))
    better = _better(file.line_text(at), problem)
    hint = (f"。可写成：{better}", f"; write: {better}") if better else ("", "")
    yield file.fault("syntax", zh + hint[0], en + hint[1], Span(at, at + 1))


def _slips(file: PackFile) -> Iterator[Fault]:
    """What misleads the parser: tabs and wide blanks in the indentation, wide colons."""
    for match in _TAB.finditer(file.text):
        yield file.fault(
            "tab", "缩进里有制表符(Tab)，请改用空格", "tab in the indentation; use blanks", Span(*match.span())
        )
    for match in _WIDE_BLANK.finditer(file.text):
        yield wide_blank(file, Span(*match.span()))
    for match in _WIDE_COLON.finditer(file.text):
        yield wide_colon(file, match[1], Span(*match.span(2)))


def wide_blank(file: PackFile, span: Span) -> Fault:
    return file.fault("wide_blank", "缩进用了全角空格，请改用半角空格", "full-width blank in the indentation", span)


def wide_colon(file: PackFile, key: str, span: Span) -> Fault:
    zh = f"“{key}”后面用了全角冒号“：”，请改为半角冒号加空格“: ”"
    return file.fault("wide_colon", zh, f"full-width colon after “{key}”; write “: ”", span)


def _around(file: PackFile, at: int) -> range:
    line = file.line(at)
    return range(line - 1, line + 1)


def _better(line: str, problem: str) -> str | None:
    """The line with its value in quotation marks, where that would mend it."""
    match = _KEY_VALUE.match(line) if len(line) <= 120 else None
    if not match or not match[2]:
        return None
    start, value = match.groups()
    if "escape" in problem and value[0] == value[-1] == '"' and "'" not in value:
        return f"{start}'{value[1:-1]}'".strip()
    quotable = ("mapping values", "start any token", "alphabetic", "line break", "chomping", "mapping keys", "tag")
    if any(word in problem for word in quotable) and not set(value[0]) & set("'\"{["):
        doubled = value.replace("'", "''")
        return f"{start}'{doubled}'".strip()
    return None
