"""The two streams. What is printed never fails on an odd encoding, a closed pipe or a missing terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TextIO

from checker.words.rule import Wording
from checker.words.source import Fault

# Stand-ins of the same width for marks that a console's encoding lacks.
_PLAIN = {
    "›": ">",
    "√": "v",
    "×": "x",
    "○": "o",
    "─": "-",
    "━": "=",
    "│": "|",
    "…": "~",
    "·": "-",
    "≠": "#",
    "÷": "/",
} | {
    "【": "[[",
    "】": "]]",
    "“": '"',
    "”": '"',
    "—": "-",
}


_COLUMNS = 100  # of a pipe
_MOST_COLUMNS = 120  # lines longer than this are hard to read


class FailedError(Exception):
    """A wrong call, or a result that could not be delivered: told in the language asked for, exit code 2."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.words = Wording(zh, en)


class FaultsError(Exception):
    """Wrong paths: each is told, exit code 2."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(faults[0].message)
        self.faults = tuple(faults)


def language_of(arguments: Sequence[str]) -> str:
    """The language that was asked for, needed before the options are read; zh where none or a wrong one."""
    for number, argument in enumerate(arguments):
        name, _, value = argument.partition("=")
        if name == "--lang":
            value = value or next(iter(arguments[number + 1 : number + 2]), "")
            return "en" if value == "en" else "zh"
    return "zh"


def say(text: str) -> None:
    """Talk on stderr; that nobody can hear it is no error."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(legible(text.rstrip("\n") + "\n", sys.stderr))
        sys.stderr.flush()
    except (OSError, ValueError):
        pass


def say_faults(faults: Iterable[Fault], language: str) -> None:
    """Each fault with its place and the line it is on."""
    for fault in faults:
        place = ":".join(str(part) for part in (fault.path, fault.line, fault.column) if part is not None)
        message = fault.english if language == "en" and fault.english else fault.message
        say("\n".join(filter(None, [f"{place}: {message}" if place else message, fault.excerpt])))


def room(colour: str) -> tuple[int, bool]:
    """Cells a line on stdout, and whether to use colour there (`auto`: on a terminal, unless NO_COLOR says no)."""
    is_terminal = sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    wanted = bool(os.environ.get("FORCE_COLOR")) or (is_terminal and not os.environ.get("NO_COLOR"))
    return min(columns(_COLUMNS), _MOST_COLUMNS), wanted if colour == "auto" else colour == "always"


def columns(otherwise: int) -> int:
    """As COLUMNS says, else the terminal; what shutil does, without what shutil imports."""
    with suppress(ValueError, OSError, AttributeError):
        return int(os.environ.get("COLUMNS") or os.get_terminal_size(sys.stdout.fileno()).columns) or otherwise
    return otherwise


def put(text: str) -> None:
    """A page for people on stdout, in the console's own encoding. A reader that went away is no error."""
    if sys.stdout is not None:
        _deliver(lambda: sys.stdout.write(legible(text, sys.stdout)))


def put_data(text: str) -> None:
    """Data for programs on stdout: always UTF-8, whatever the console speaks."""
    if sys.stdout is not None:
        _deliver(lambda: sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace")))


def legible(text: str, stream: TextIO) -> str:
    """The text as this stream can encode it: marks get stand-ins, other characters a question mark."""
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        missing = {ord(mark): plain for mark, plain in _PLAIN.items() if not _encodes(mark, encoding)}
        return text.translate(missing).encode(encoding, "replace").decode(encoding)
    return text


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _deliver(write: Callable[[], object]) -> None:
    try:
        sys.stdout.flush()
        write()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout again at exit; without a pipe that would print a traceback.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise FailedError(f"结果无法输出：{error.strerror}", f"cannot write: {error.strerror}") from None
