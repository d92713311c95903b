"""Files that lie beside reports and speak of them: UTF-8 text, refused while a merge in them is unfinished."""

from __future__ import annotations

from pathlib import Path

from checker.rulebook.reading.conflict import conflict
from checker.rulebook.reading.packfile import PackFile
from checker.words.rule import Wording
from checker.words.source import Fault

MEGABYTE = 1_000_000


def read_sidecar(path: Path, name: Wording, megabytes: int) -> PackFile | Fault:
    """The text of such a file, or why it cannot be used; `name` is what it is called in messages."""
    shown = str(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(megabytes * MEGABYTE + 1)
    except OSError as error:
        why = error.strerror or type(error).__name__
        zh = f"找不到{name.zh}“{shown}”" if isinstance(error, FileNotFoundError) else f"{name.zh}读不出来：{why}"
        return Fault("no_file", zh, shown, english=f"the {name.en} cannot be read: {why}")
    if len(data) > megabytes * MEGABYTE:
        english = f"a {name.en} may have {megabytes} MB at most"
        return Fault("too_large", f"{name.zh}超过 {megabytes} MB", shown, english=english)
    try:
        file = PackFile(shown, data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return Fault("not_utf8", f"{name.zh}不是 UTF-8 编码，请另存为 UTF-8", shown, line, english="not UTF-8")
    return conflict(file) or file
