"""What is about to be committed: contents from git's index, not from the work tree. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from checker.cli.console import FailedError
from checker.readers import SUFFIXES, read_bytes
from checker.words.source import Fault, Source

_FILE_MODES = (b"100644", b"100755")


def staged_reports(paths: Sequence[str], encoding: str | None, language: str) -> Iterator[Source | Fault]:
    """The reports among the staged files, by path from the current folder; only those below `paths` if any are given.

    A file in a merge conflict has no staged content yet and is passed over. FailedError without a repository.
    """
    changed = _git("diff", "--cached", "--name-only", "--relative", "-z", "--diff-filter=ACMRT", "--", *paths)
    names = [
        name for name in changed.split(b"\0") if PurePath(name.decode(errors="replace")).suffix.lower() in SUFFIXES
    ]
    blobs = dict(_blobs()) if names else {}
    for name in names:
        if name in blobs:
            data = _git("cat-file", "blob", blobs[name])
            yield read_bytes(name.decode("utf-8", "surrogateescape"), data, encoding, language)


def _blobs() -> Iterator[tuple[bytes, str]]:
    """Path and object of every plain file in the index below the current folder, outside of conflicts."""
    for entry in filter(None, _git("ls-files", "--stage", "-z").split(b"\0")):
        about, _, name = entry.partition(b"\t")
        mode, blob, stage = about.split()
        if stage == b"0" and mode in _FILE_MODES:
            yield name, blob.decode()


def _git(*arguments: str) -> bytes:
    import subprocess  # late: only --staged needs it

    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError:
        raise FailedError("--staged 需要 git，但找不到它", "--staged needs git, which was not found") from None
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        zh, en = "无法读取 git 暂存区", "cannot read git's index"
        raise FailedError(f"{zh}：{''.join(said)}", f"{en}: {''.join(said)}")
    return done.stdout
