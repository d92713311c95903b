"""The cache never lies and never stands in the way: whatever is odd about it, it is made anew."""

from __future__ import annotations

import os
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import cache

PARTS = (b"one", b"two")


class Maker:
    """Makes a body, and counts how often."""

    def __init__(self, body: bytes = "成品\r\n\n".encode()) -> None:
        self.body = body
        self.calls = 0

    def __call__(self) -> bytes:
        self.calls += 1
        return self.body


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "a folder" / "缓存"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    return folder


def only_file(place: Path) -> Path:
    (path,) = place.iterdir()
    return path


def test_a_text_is_made_once(place: Path) -> None:
    make = Maker()
    assert [cache.remembered("x", PARTS, make) for _ in range(3)] == [make.body] * 3
    assert make.calls == 1
    assert stat.S_IMODE(only_file(place).stat().st_mode) == 0o600
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


@pytest.mark.parametrize("parts", [(b"one", b"tow"), (b"onetwo",), (b"one", b"two", b""), (b"two", b"one")])
@pytest.mark.usefixtures("place")
def test_other_parts_are_another_text(parts: tuple[bytes, ...]) -> None:
    cache.remembered("x", PARTS, Maker(b"old"))
    assert cache.remembered("x", parts, Maker(b"new")) == b"new"
    assert cache.remembered("y", PARTS, Maker(b"other")) == b"other"


@pytest.mark.usefixtures("place")
def test_another_version_is_another_text(monkeypatch: pytest.MonkeyPatch) -> None:
    cache.remembered("x", PARTS, Maker(b"old"))
    monkeypatch.setattr(cache, "_stamp", lambda: b"another version of Python")
    assert cache.remembered("x", PARTS, Maker(b"new")) == b"new"


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace("成".encode(), "败".encode()))


def other_magic(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"cache/2", b"cache/1"))


def let_others_write(path: Path) -> None:
    path.chmod(0o666)


def let_others_write_the_folder(path: Path) -> None:
    path.parent.chmod(0o777)


def link(path: Path) -> None:
    target = path.parent.parent / "elsewhere"
    path.rename(target)
    path.symlink_to(target)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path, 0o600)


@pytest.mark.parametrize("spoil", [truncate, empty, change, other_magic, let_others_write,
                                   let_others_write_the_folder, link, folder, pipe])  # fmt: skip
def test_what_is_spoilt_is_made_anew(place: Path, spoil: Callable[[Path], None]) -> None:
    cache.remembered("x", PARTS, Maker())
    spoil(only_file(place))
    make = Maker()
    assert cache.remembered("x", PARTS, make) == make.body
    assert make.calls == 1


def test_what_belongs_to_somebody_else_is_made_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.remembered("x", PARTS, Maker())
    only_file(place)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    make = Maker()
    assert cache.remembered("x", PARTS, make) == make.body
    assert make.calls == 1


def test_a_spoilt_file_is_replaced(place: Path) -> None:
    cache.remembered("x", PARTS, Maker())
    truncate(only_file(place))
    cache.remembered("x", PARTS, Maker())
    assert cache.remembered("x", PARTS, Maker(b"never made")) == Maker().body


@pytest.mark.parametrize("call", ["mkdir", "open", "replace"])
def test_where_nothing_can_be_written_it_works_without(place: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os if call == "open" else Path, call, refuse)
        assert cache.remembered("x", PARTS, Maker(b"made")) == b"made"
    assert not place.exists() or not list(place.iterdir())


def test_a_file_in_place_of_the_folder(place: Path) -> None:
    place.parent.mkdir()
    place.write_text("no folder")
    assert cache.remembered("x", PARTS, Maker(b"made")) == b"made"
    assert place.read_text() == "no folder"


@pytest.mark.parametrize("value", ["off", "OFF", "0", "no", "false"])
def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv(cache.VARIABLE, value)
    assert cache.folder() is None
    make = Maker()
    cache.remembered("x", PARTS, make)
    cache.remembered("x", PARTS, make)
    assert make.calls == 2


def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv(cache.VARIABLE, raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert cache.folder() is None


@pytest.mark.parametrize(("platform", "expected"), [
    ("linux", "xdg/report-checker"),
    ("darwin", "home/Library/Caches/report-checker"),
    ("win32", "local/report-checker/cache"),
])  # fmt: skip
def test_the_folder_is_the_platform_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, expected: str
) -> None:
    monkeypatch.delenv(cache.VARIABLE, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    monkeypatch.setattr(sys, "platform", platform)
    assert cache.folder() == tmp_path / expected


def test_only_the_newest_files_of_a_name_are_left(place: Path) -> None:
    cache.remembered("other", PARTS, Maker())
    for number in range(cache.MOST_FILES + 5):
        cache.remembered("x", (str(number).encode(),), Maker())
        newest = max(place.glob("x-*"), key=lambda path: path.stat().st_mtime_ns)
        os.utime(newest, ns=(number, number))
    assert len(list(place.glob("x-*"))) == cache.MOST_FILES
    assert len(list(place.glob("other-*"))) == 1


@pytest.mark.usefixtures("place")
def test_many_at_once_all_get_the_whole_text() -> None:
    body = bytes(600_000)
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(cache.remembered("x", PARTS, lambda: body))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [body] * 8


def test_what_the_maker_raises_goes_on_and_nothing_is_kept(place: Path) -> None:
    def fail() -> bytes:
        raise KeyError("broken")

    with pytest.raises(KeyError):
        cache.remembered("x", PARTS, fail)
    assert not place.exists()
