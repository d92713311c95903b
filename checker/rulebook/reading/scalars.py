"""What the text of one scalar means for a field of this type; ScalarError says why it means nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from checker.rulebook.equations.equation import Equation
from checker.rulebook.equations.parser import EquationError, parse
from checker.rulebook.reading.linear import PatternError, checked
from checker.rulebook.reading.suggest import did_you_mean
from checker.rulebook.regex import Regex

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?[0-9]{1,18}(\.[0-9]{1,18}|/[1-9][0-9]{0,17})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

UNFILLED = "〈待填"
"""What `rules new` puts where something must be filled in; no value may hold it."""
_BLANK = re.compile(rf"{UNFILLED}(?:[：:]([^〉]{{0,80}}))?")


class ScalarError(ValueError):
    """Why a text is no value of the wanted type; `offset` points into the text where the spot is known."""

    def __init__(self, code: str, zh: str, en: str, offset: int | None = None) -> None:
        super().__init__(zh)
        self.code = code
        self.zh = zh
        self.en = en
        self.offset = offset


def scalar(text: str, expected: type, label: str) -> Any:
    """The value that the text stands for; `label` names it in messages. Empty texts are for the caller to refuse."""
    if blank := _BLANK.search(text):
        what = f"：{blank[1]}" if blank[1] else ""
        raise ScalarError(
            "unfilled", f"“{label}”还没有填写{what}", f"“{label}” is still to be filled in", blank.start()
        )
    if issubclass(expected, Enum):
        return expected(member(text, [str(item.value) for item in expected], label))
    return _CONVERTERS[expected](text, label)


def member(text: str, known: Collection[str], label: str) -> str:
    """The text, if it is one of a closed set of words."""
    if text in known:
        return text
    zh, en = did_you_mean(text, known)
    listed = "、".join(known)
    raise ScalarError(
        "not_in_set",
        f"“{label}”不能是“{text[:40]}”{zh or '。'}可选：{listed}",
        f"“{label}” cannot be “{text[:40]}”{en or ';'} one of: {listed}",
    )


def _truth(text: str, label: str) -> bool:
    return member(text, ("true", "false"), label) == "true"


def _integer(text: str, label: str) -> int:
    if _INTEGER.fullmatch(text):
        return int(text)
    hint = "（前面不要加 0）" if text.isdigit() and text.startswith("0") else ""
    raise ScalarError("not_a_number", f"“{label}”要写整数，如 5{hint}", f"“{label}” must be a whole number, such as 5")


def _number(text: str, label: str) -> Fraction:
    if _NUMBER.fullmatch(text):
        return Fraction(text)
    raise ScalarError("not_a_number", f"“{label}”要写数，如 5 或 2.5", f"“{label}” must be a number, such as 5 or 2.5")


def _date(text: str, label: str) -> date:
    try:
        return date.fromisoformat(text if _DATE.fullmatch(text) else "")
    except ValueError:
        zh, en = f"“{label}”要写真实的日期，如 2024-02-05", f"“{label}” must be a date, such as 2024-02-05"
        raise ScalarError("not_a_date", zh, en) from None


def _regex(text: str, label: str) -> Regex:
    try:
        return checked(text)
    except PatternError as error:
        raise ScalarError("regex", f"“{label}”：{error.zh}", f"“{label}”: {error.en}", error.offset) from None


def _equation(text: str, label: str) -> Equation:
    try:
        return parse(text)
    except EquationError as error:
        raise ScalarError("equation", f"“{label}”：{error.zh}", f"“{label}”: {error.en}", error.offset) from None


_CONVERTERS: Mapping[type, Callable[[str, str], Any]] = MappingProxyType(
    {
        str: lambda text, _label: text,
        bool: _truth,
        int: _integer,
        Fraction: _number,
        date: _date,
        Regex: _regex,
        Equation: _equation,
    }
)
