"""Result files: written to a temporary name, then renamed, so that an old result survives a failure."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from checker.cli.console import FailedError
from checker.settings import Output


def refuse_clashes(outputs: Sequence[Output], reports: Iterable[str]) -> None:
    """FailedError where two results would go to one file, or a result to a report that is being checked."""
    taken = {Path(report).resolve() for report in reports}
    for output in outputs:
        target = output.path.resolve()
        if target in taken:
            zh, en = (
                f"{output.path} 是被检查的报告或另一个输出，不能覆盖",
                f"{output.path} is a report or another output",
            )
            raise FailedError(zh, en)
        if target.is_dir():
            raise FailedError(f"{output.path} 是文件夹，请写明文件名", f"{output.path} is a folder")
        taken.add(target)


def write(path: Path, text: str) -> None:
    """Put the text there as UTF-8 in one step; FailedError leaves what was there."""
    data = text.encode("utf-8", "backslashreplace")
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():  # a device or a pipe cannot be replaced
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
