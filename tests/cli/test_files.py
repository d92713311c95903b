"""Result files appear whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.cli.console import FailedError
from checker.cli.files import refuse_clashes, write
from checker.words.rule import Wording


def test_a_file_is_written_as_utf8_and_leaves_no_rest(tmp_path: Path) -> None:
    write(tmp_path / "结果.json", "好\n")
    assert (tmp_path / "结果.json").read_bytes() == "好\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["结果.json"]


def test_a_name_that_is_no_unicode_can_be_told(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "a\udcff")
    assert (tmp_path / "a.txt").read_text() == "a\\udcff"


def test_the_old_result_survives_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.json"
    target.write_text("old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FailedError, match="No space left on device；原有文件未改动"):
        write(target, "new")
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match="结果无法写入"):
        write(tmp_path / "none" / "a.json", "x")


def test_a_link_keeps_pointing_at_its_file(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    write(tmp_path / "link.json", "new")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


def test_a_device_is_written_to_not_replaced() -> None:
    write(Path("/dev/null"), "x")
    assert Path("/dev/null").is_char_device()


NAME = Wording("被检查的报告", "a report")


def test_nothing_that_is_read_is_overwritten(tmp_path: Path) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("x")
    (tmp_path / "twin.txt").hardlink_to(report)
    (tmp_path / "link.txt").symlink_to(report)
    for path in (report, tmp_path / "twin.txt", tmp_path / "link.txt", tmp_path / "none" / ".." / "报告.txt"):
        with pytest.raises(FailedError, match="是被检查的报告，不能覆盖"):
            refuse_clashes([path], [(str(report), NAME)])
    with pytest.raises(FailedError, match="是另一个输出，不能覆盖"):
        refuse_clashes([tmp_path / "a", tmp_path / "a"], [])
    with pytest.raises(FailedError, match="是文件夹"):
        refuse_clashes([tmp_path], [])
    refuse_clashes([tmp_path / "a", tmp_path / "b", Path("/dev/null"), Path("/dev/null")], [(str(report), NAME)])
