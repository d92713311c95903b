"""What a run is asked for: the options of the command line, which are also the keys of a settings file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checker.words.finding import Severity
from checker.words.profile import Profile
from checker.words.record import dataclass
from checker.words.rule import Wording

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "html", "markdown")
LANGUAGES = ("zh", "en")
COLOURS = ("auto", "always", "never")
NEVER = "never"
GATES = (*(severity.value for severity in reversed(Severity)), NEVER)


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be written besides what is printed."""

    format: str
    path: Path


@dataclass(frozen=True, slots=True)
class Settings:
    """The options in force; `select` and `ignore` name rules, `fail_on` is a severity or `never`."""

    profile: str | None = None
    rules: tuple[Path, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str = "text"
    output: tuple[Output, ...] = ()
    lang: str = "zh"
    fail_on: str = Severity.ERROR.value
    baseline: Path | None = None
    waivers: Path | None = None
    as_of: date | None = None
    encoding: str | None = None
    color: str = "auto"


class WrongValueError(ValueError):
    """An option's value that cannot be used; `words` say why in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.words = Wording(zh, en)


def near(name: str, known: Sequence[str]) -> Wording:
    """A question that names the nearest known word; empty where none is near."""
    from difflib import get_close_matches  # late: only wrong calls need it

    found = get_close_matches(name, known, n=1)
    return Wording(f"，您是不是想写 {found[0]}？", f", did you mean {found[0]}?") if found else Wording("", "")


def one_of(known: Sequence[str]) -> Callable[[str], str]:
    """A converter that takes one of these words; WrongValueError says which they are."""

    def convert(text: str) -> str:
        if text in known:
            return text
        hint = near(text, known)
        zh = f"没有“{text}”这个值{hint.zh or '，'}可用的值：{'、'.join(known)}"
        raise WrongValueError(zh, f"no value “{text}”{hint.en or ','} known are: {', '.join(known)}")

    return convert


def day(text: str) -> date:
    """A date written 2024-02-26."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        zh, en = f"“{text}”不是日期，请写成 2024-02-26 这样", f"“{text}” is no date; write it like 2024-02-26"
        raise WrongValueError(zh, en) from None


def codec(text: str) -> str:
    """The name of an encoding of text that Python knows."""
    try:
        b"x".decode(text)
    except UnicodeError:  # an encoding, only not of this byte
        return text
    except (LookupError, ValueError):
        zh, en = f"没有名为“{text}”的编码，常用的有 utf-8、gb18030、utf-16、big5", f"no encoding “{text}”"
        raise WrongValueError(zh, en) from None
    return text


def output(text: str) -> Output:
    """FORMAT=FILE."""
    name, equals, path = text.partition("=")
    if not equals or not path:
        zh, en = f"“{text}”应写成 格式=文件，例如 json=结果.json", f"“{text}” must be FORMAT=FILE, as json=out.json"
        raise WrongValueError(zh, en)
    return Output(one_of(FORMATS)(name), Path(path))


def word(text: str) -> str:
    """A name, so it may not be empty."""
    if not text.strip():
        raise WrongValueError("不能为空", "must not be empty")
    return text.strip()


@dataclass(frozen=True, slots=True)
class Option:
    """How an option's text becomes its value; `many` options may be given several times."""

    convert: Callable[[str], object]
    many: bool = False
    choices: tuple[str, ...] = ()


def _choice(*known: str) -> Option:
    return Option(one_of(known), choices=known)


OPTIONS: Mapping[str, Option] = {
    "profile": _choice(*Profile),
    "rules": Option(Path, many=True),
    "select": Option(word, many=True),
    "ignore": Option(word, many=True),
    "format": _choice(*FORMATS),
    "output": Option(output, many=True),
    "lang": _choice(*LANGUAGES),
    "fail-on": _choice(*GATES),
    "baseline": Option(Path),
    "waivers": Option(Path),
    "as-of": Option(day),
    "encoding": Option(codec),
    "color": _choice(*COLOURS),
}


def settings(*layers: Mapping[str, object]) -> Settings:
    """The settings of these layers, each keyed by option with values that OPTIONS converted; later layers win."""
    values: dict[str, Any] = {key.replace("-", "_"): value for layer in layers for key, value in layer.items()}
    for key in ("select", "ignore"):
        names = [name.strip() for text in values.get(key, ()) for name in text.split(",")]
        values[key] = tuple(filter(None, names))
    return Settings(**values)
