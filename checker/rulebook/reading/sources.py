"""Finds the files of rule packs and reads their bytes; what they mean is not asked here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.data import data_folder
from checker.words.place import Span
from checker.words.record import dataclass
from checker.words.source import Fault

MOST_BYTES = 1_000_000

if TYPE_CHECKING:
    from checker.rulebook.reading.packfile import PackFile

_SUFFIXES = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class PackBytes:
    """A file as it lies on the disk; `path` is what people call it. `data` is cut off above the limit of size."""

    path: str
    data: bytes


def pack_bytes(extra: Sequence[str] = ()) -> tuple[list[PackBytes], list[Fault]]:
    """The built-in packs, then those of the given files and folders; no file comes twice."""
    files = {path.resolve(): shown for shown, path in builtin_paths().items()}
    faults: list[Fault] = []
    for name in extra:
        found = list(files_of(Path(name)))
        if not found:
            faults.append(_absent(name))
        for path in found:
            files.setdefault(path.resolve(), path.as_posix())
    read = [_read(path, shown) for path, shown in files.items()]
    faults += [item for item in read if isinstance(item, Fault)]
    return [item for item in read if isinstance(item, PackBytes)], faults


def names_of(extra: Sequence[str]) -> frozenset[str]:
    """What people call the files of these packs: built-in ones have their own names, however they were given."""
    builtin = {path.resolve(): shown for shown, path in builtin_paths().items()}
    files = [path for name in extra for path in files_of(Path(name))]
    return frozenset(builtin.get(path.resolve(), path.as_posix()) for path in files)


def builtin_paths() -> dict[str, Path]:
    """The files of the built-in packs, by what people call them."""
    return {f"rules/{path.name}": path for path in sorted(data_folder("rules").glob("*.yaml"))}


def decode(pack: PackBytes) -> PackFile | Fault:
    """The text of a pack: UTF-8, with or without a BOM, within the limit of size."""
    from checker.rulebook.reading.packfile import PackFile  # late: most runs find the rules in the cache

    if len(pack.data) > MOST_BYTES:
        zh, en = "规则文件超过 1 MB，请拆成几个文件", "a rule file may have 1 MB at most; split it"
        return Fault("too_large", zh, pack.path, 1, 1, en)
    try:
        return PackFile(pack.path, pack.data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        readable = PackFile(pack.path, pack.data[: error.start].decode("utf-8-sig", "replace") + "\ufffd")
        zh, en = "规则文件不是 UTF-8 编码，请另存为 UTF-8", "not UTF-8; save the file as UTF-8"
        end = len(readable.text)
        return readable.fault("not_utf8", zh, en, Span(end - 1, end))


def files_of(path: Path) -> Iterator[Path]:
    """The files that a named pack consists of: itself, or the YAML files of a folder."""
    if path.is_dir():
        yield from sorted(p for p in path.rglob("*") if p.suffix.lower() in _SUFFIXES and p.is_file())
    elif path.exists():
        yield path


def _absent(name: str) -> Fault:
    if Path(name).is_dir():
        return Fault("no_rules", f"文件夹“{name}”里没有规则文件（*.yaml）", name, english="no *.yaml in this folder")
    return Fault("no_file", f"找不到规则文件“{name}”", name, english="no such rule file")


def _read(path: Path, shown: str) -> PackBytes | Fault:
    try:
        with path.open("rb") as stream:
            return PackBytes(shown, stream.read(MOST_BYTES + 1))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Fault("unreadable", f"规则文件读不出来：{reason}", shown, english=f"cannot be read: {reason}")
