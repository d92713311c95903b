"""What is dear to make, kept in the user's cache folder; whatever is odd about the folder, it is made anew.

Each lies in a file of its own, named after what it is and a digest of all that it depends on. A file is used only
if it is ours, nobody else can write it, and its own digest is right. `REPORT_CHECKER_CACHE` names another folder, or
is `off`.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from checker import __version__

VARIABLE = "REPORT_CHECKER_CACHE"
MOST_BYTES = 50_000_000
MOST_FILES = 8  # of one name: several sets of rules in turn do not push each other out

_MAGIC = b"report-checker-cache/2 "
_LONGEST_HEAD = 200  # bytes
# No link is followed, no pipe waited for; Windows knows neither, and wants bytes left as they are.
_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PACKAGE = Path(__file__).resolve().parent


def remembered(name: str, parts: Sequence[bytes], make: Callable[[], bytes]) -> bytes:
    """The body for these parts, from the cache or made and kept there. Whatever `make` raises goes on."""
    body = recall(name, parts)
    if body is None:
        body = make()
        keep(name, parts, body)
    return body


def recall(name: str, parts: Sequence[bytes]) -> bytes | None:
    """The body that was kept for these parts, or None."""
    path = _path(name, parts)
    return None if path is None else _read(path)


def keep(name: str, parts: Sequence[bytes], body: bytes) -> None:
    """Keep a body for these parts, in place of an earlier one."""
    path = _path(name, parts)
    if path is not None:
        _write(path, name, body)


def folder() -> Path | None:
    """Where texts are kept; None where the cache is off or there is no such place."""
    named = os.environ.get(VARIABLE, "")
    if named.lower() in ("off", "0", "no", "false"):
        return None
    if named:
        return Path(named)
    try:
        return _platform_folder()
    except (RuntimeError, OSError):  # no home
        return None


def _platform_folder() -> Path:
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA")
        return (Path(local) if local else Path.home() / "AppData" / "Local") / "report-checker" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "report-checker"
    base = os.environ.get("XDG_CACHE_HOME", "")
    return (Path(base) if base.startswith("/") else Path.home() / ".cache") / "report-checker"


def _path(name: str, parts: Sequence[bytes]) -> Path | None:
    place = folder()
    if place is None:
        return None
    digest = sha256(_stamp())
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return place / f"{name}-{digest.hexdigest()[:32]}"


@cache
def _stamp() -> bytes:
    """This version of the package and of Python; in a checkout, where the version stands still, its files too."""
    files = [
        f"{entry.path} {entry.stat().st_size} {entry.stat().st_mtime_ns}"
        for area in ("words", "rulebook")
        for entry in _modules(_PACKAGE / area)
    ]
    return "\n".join([__version__, sys.version, sys.implementation.name, *files]).encode()


def _modules(place: str | Path) -> Iterator[os.DirEntry[str]]:
    for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
        if entry.name.endswith(".py"):
            yield entry
        elif entry.is_dir() and entry.name != "__pycache__":
            yield from _modules(entry.path)


def _read(path: Path) -> bytes | None:
    with suppress(OSError), os.fdopen(_open_own(path), "rb") as stream:
        head, body = stream.readline(_LONGEST_HEAD), stream.read()
        if head == _head(body):
            return body
    return None


def _head(body: bytes) -> bytes:
    """The line before a body: whose file it is, and the body's own digest."""
    return _MAGIC + sha256(body).hexdigest().encode() + b"\n"


def _open_own(path: Path) -> int:
    """Open a plain file of no odd size that is ours alone to write, in a folder that is; OSError otherwise."""
    descriptor = os.open(path, os.O_RDONLY | _SAFELY)
    status = os.fstat(descriptor)
    is_file = stat.S_ISREG(status.st_mode) and status.st_size <= MOST_BYTES
    if is_file and _is_own(status) and _is_own(path.parent.lstat()):
        return descriptor
    os.close(descriptor)
    raise PermissionError(path)


def _is_own(status: os.stat_result) -> bool:
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _write(path: Path, name: str, body: bytes) -> None:
    """Keep the body: under another name first, so that nobody ever reads half of it. A failure leaves no cache."""
    draft = path.with_name(f"{path.name}.{os.urandom(6).hex()}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFELY, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(_head(body) + body)
        draft.replace(path)
        _sweep(path.parent, name)
    except OSError:
        _remove(draft)


def _sweep(place: Path, name: str) -> None:
    """Leave the newest files of this name."""
    files = sorted(place.glob(f"{name}-*"), key=lambda path: path.stat().st_mtime_ns)
    for path in files[:-MOST_FILES]:
        _remove(path)


def _remove(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
