"""Result files: written to a temporary name, then renamed, so that an old result survives a failure."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.cli.console import FailedError
from checker.words.rule import Wording

_RESULT = Wording("另一个输出", "another output")


def refuse_clashes(outputs: Sequence[Path], inputs: Iterable[tuple[str | Path, Wording]]) -> None:
    """FailedError where two results would go to one file, or a result to something that this run reads.

    `inputs` are paths, each with what the file is.
    """
    taken = {_identity(Path(path)): name for path, name in inputs}
    for path in outputs:
        if path.is_dir():
            raise FailedError(f"{path} 是文件夹，请写明文件名", f"{path} is a folder; name a file")
        identity = _identity(path)
        if name := taken.get(identity):
            zh, en = f"{path} 是{name.zh}，不能覆盖", f"{path} is {name.en}: it must not be overwritten"
            raise FailedError(zh, en)
        if not _is_special(path):  # several results may go to one device or pipe
            taken[identity] = _RESULT


def _identity(path: Path) -> tuple[int, int] | Path:
    """What two names of one file have in common, on file systems that ignore case too."""
    target = path.resolve()
    try:
        found = target.stat()
    except OSError:  # not there yet
        return target
    return found.st_dev, found.st_ino


def _is_special(path: Path) -> bool:
    return path.exists() and not path.is_file()


def write(path: Path, text: str) -> None:
    """Put the text there as UTF-8 in one step; FailedError leaves what was there."""
    data = text.encode("utf-8", "backslashreplace")
    target = path.resolve()
    try:
        if _is_special(target):  # a device or a pipe cannot be replaced
            target.write_bytes(data)
            return
        temporary = target.with_name(f".report-checker-{os.getpid()}.tmp")
        try:
            with temporary.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        zh = f"结果无法写入 {path}：{error.strerror}；原有文件未改动"
        raise FailedError(zh, f"cannot write {path}: {error.strerror}; what was there is unchanged") from None
