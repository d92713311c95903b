"""What is said of an exception that should not have been: enough to find the bug, nothing of the report."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath

from checker.words.source import Fault

_MOST_FRAMES = 4


def internal_error(error: BaseException, path: str | None = None) -> Fault:
    """A fault with the exception's type and the way to it; its message is left out, since it may quote the report."""
    about = detail(error)
    return Fault(
        "internal_error",
        f"程序内部错误（{about}）；请把这一行告诉维护者，其中没有报告的内容",
        path,
        english=f"internal error ({about}); please tell the maintainers this line, it quotes no report",
    )


def detail(error: BaseException) -> str:
    """A number to search for, the exception's type, and the last places on the way to it."""
    import traceback  # late: nobody should ever need it

    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    way = " < ".join(f"{PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))
    number = sha256(f"{type(error).__name__} {way}".encode()).hexdigest()[:8]
    return f"#{number}, {type(error).__name__}, {way}"
