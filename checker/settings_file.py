"""Reads `.report-checker.yaml` or `[tool.report-checker]` in pyproject.toml, strictly: never half a settings file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from checker.patterns import expression
from checker.settings import OPTIONS, Output, WrongValueError, near
from checker.words.place import Span
from checker.words.record import dataclass, replace
from checker.words.source import Fault

if TYPE_CHECKING:
    from checker.rulebook.reading.packfile import PackFile

YAML_NAME = ".report-checker.yaml"
TOML_NAME = "pyproject.toml"
TABLE = "report-checker"

# Looking for the name is faster than parsing somebody else's large pyproject.toml.
_OWN_TABLE = expression(rf"tool\W.*{TABLE}|^\s*[\"']?{TABLE}[\"']?\s*[.=]", re.MULTILINE)
_WIDE_COLON = expression(r"^[ \t]*([\w-]+)(：)", re.MULTILINE)


class SettingsError(Exception):
    """A settings file that cannot be used; `faults` say where and why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(faults[0].message)
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Entry:
    """A stated setting; `value` is a text, a list of texts, or None where it is neither."""

    key: str
    value: str | list[str] | None
    span: Span


def read_settings(folder: Path) -> Mapping[str, object]:
    """The values by option of the nearest settings, from this folder up to the root of the repository.

    Raises SettingsError. Relative paths in them start at the file's own folder.
    """
    for each in _folders(folder):
        files = [_file(path) for path in _in(each)]
        read = [(file, entries) for file in files if (entries := _entries(file)) is not None]
        if len(read) > 1:
            zh, en = f"与 {TOML_NAME} 的 [tool.{TABLE}] 重复：设置只能写在一处", f"settings also in {TOML_NAME}"
            raise SettingsError(read[0][0].fault("settings", zh, en, Span(0, 0)))
        if read:
            return _values(*read[0], folder=each)
    return {}


def settings_files(folder: Path) -> Iterator[Path]:
    """The files, from this folder up to the root of the repository, that settings may stand in."""
    return (path for each in _folders(folder) for path in _in(each))


def _folders(folder: Path) -> Iterator[Path]:
    for each in (folder, *folder.parents):
        yield each
        if (each / ".git").exists():
            return


def _in(folder: Path) -> list[Path]:
    return [path for path in (folder / YAML_NAME, folder / TOML_NAME) if path.is_file()]


def _file(path: Path) -> PackFile:
    from checker.rulebook.reading.packfile import PackFile  # late: most runs have no settings file

    try:
        return PackFile(str(path), path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        message = f"设置文件无法读取（{type(error).__name__}）"
        raise SettingsError(Fault("settings", message, str(path))) from None


def _entries(file: PackFile) -> list[Entry] | None:
    """What the file states, or None where it says nothing of this program."""
    return _from_yaml(file) if Path(file.path).name == YAML_NAME else _from_toml(file)


def _values(file: PackFile, entries: list[Entry], folder: Path) -> dict[str, object]:
    values: dict[str, object] = {}
    for entry in entries:
        option = OPTIONS.get(entry.key)
        if option is None:
            hint = near(entry.key, list(OPTIONS))
            zh, en = f"没有“{entry.key}”这项设置{hint.zh}", f"unknown setting “{entry.key}”{hint.en}"
            raise _wrong(file, entry, zh, en)
        if entry.value is None or (isinstance(entry.value, list) and not option.many):
            shape = ("文字或文字的列表", "a text or a list of texts") if option.many else ("一个文字值", "one text")
            raise _wrong(file, entry, f"“{entry.key}”应是{shape[0]}", f"“{entry.key}” must be {shape[1]}")
        texts = entry.value if isinstance(entry.value, list) else [entry.value]
        try:
            converted = [_anchored(option.convert(text), folder) for text in texts]
        except WrongValueError as error:
            zh, en = f"“{entry.key}”：{error.words.zh}", f"“{entry.key}”: {error.words.en}"
            raise _wrong(file, entry, zh, en) from None
        values[entry.key] = tuple(converted) if option.many else converted[0]
    return values


def _wrong(file: PackFile, entry: Entry, zh: str, en: str) -> SettingsError:
    return SettingsError(file.fault("settings", zh, en, entry.span))


def _anchored(value: object, folder: Path) -> object:
    if isinstance(value, Path):
        return folder / value
    return replace(value, path=folder / value.path) if isinstance(value, Output) else value


def _from_yaml(file: PackFile) -> list[Entry]:
    from checker.rulebook.reading import nodes
    from checker.rulebook.reading.syntax import wide_colon

    root, faults = nodes.compose(file)
    wrong = [fault for fault in faults if fault.code != "empty"]
    if wrong:
        raise SettingsError(*wrong)
    if root is None:
        return []
    if not isinstance(root, nodes.Mapping):
        if found := _WIDE_COLON.search(file.text):
            raise SettingsError(wide_colon(file, found[1], Span(*found.span(2))))
        raise SettingsError(file.fault("settings", "设置文件应由“键: 值”组成", "must hold keys and values", root.span))
    return [Entry(key.text, _texts(value), key.span) for key, value in root.pairs]


def _texts(value: object) -> str | list[str] | None:
    """The text of a YAML node, or of each item of a list."""
    from checker.rulebook.reading.nodes import Listing, Scalar

    if isinstance(value, Listing):
        texts = [item.text for item in value.items if isinstance(item, Scalar)]
        return texts if len(texts) == len(value.items) else None
    return value.text if isinstance(value, Scalar) else None


def _from_toml(file: PackFile) -> list[Entry] | None:
    if _OWN_TABLE.search(file.text) is None:
        return None
    import tomllib

    try:
        table = tomllib.loads(file.text).get("tool", {}).get(TABLE)
    except tomllib.TOMLDecodeError as error:
        found = expression(r"line (\d+), column (\d+)").search(str(error))
        start = file.lines.span(int(found[1])).start + int(found[2]) - 1 if found else len(file.text)
        spot = Span(start, start)
        raise SettingsError(
            file.fault("settings", f"不是有效的 TOML：{error}", f"no valid TOML: {error}", spot)
        ) from None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise SettingsError(file.fault("settings", f"[tool.{TABLE}] 应是一张表", "must be a table", Span(0, 0)))
    return [Entry(key, _plain(value), _key_span(file.text, key)) for key, value in table.items()]


def _plain(value: object) -> str | list[str] | None:
    if isinstance(value, list):
        return value if all(isinstance(item, str) for item in value) else None
    return value.isoformat() if type(value) is date else value if isinstance(value, str) else None


def _key_span(text: str, key: str) -> Span:
    """Where a key stands in the program's own table; tomllib keeps no places."""
    start = max(0, text.find(f"[tool.{TABLE}]"))
    found = expression(rf"^[ \t]*[\"']?({re.escape(key)})\b", re.MULTILINE).search(text, start)
    return Span(*found.span(1)) if found else Span(start, start)
