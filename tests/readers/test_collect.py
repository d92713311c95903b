"""What the arguments of the command line name: files, folders, patterns; and what is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.readers import collect


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports, one of them deeper, among what desktops and Word leave behind."""
    for name in ("乙.txt", "甲/丙.MD", "~$乙.txt", ".乙.txt", "Thumbs.db", "乙.tmp", "表.xlsx", ".git/x.txt"):
        path = tmp_path / "报告" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("一、", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_folders_are_walked_in_order(folder: Path) -> None:
    found = collect(["报告"])
    assert found.paths == (str(Path("报告/乙.txt")), str(Path("报告/甲/丙.MD")))
    assert found.skipped == 5
    assert found.faults == ()


def test_named_files_stand_in_their_order_and_once(folder: Path) -> None:
    assert collect(["报告/甲/丙.MD", "报告/乙.txt", "-", "报告/乙.txt"]).paths == ("报告/甲/丙.MD", "报告/乙.txt", "-")
    assert collect(["报告/表.xlsx"]).paths == ("报告/表.xlsx",)
    assert collect(["报告/~$乙.txt"]) == collect(["报告/Thumbs.db"])
    assert collect(["报告/~$乙.txt"]).skipped == 1


def test_patterns_that_the_shell_left(folder: Path) -> None:
    assert collect(["报告/*.txt"]).paths == ("报告/乙.txt",)
    assert collect([str(folder / "报告" / "**" / "*.MD")]).paths == (str(folder / "报告" / "甲" / "丙.MD"),)
    assert collect(["报*"]).paths == collect(["报告"]).paths


def test_a_name_that_looks_like_a_pattern(folder: Path) -> None:
    Path("报告[1].txt").write_text("一、", "utf-8")
    assert collect(["报告[1].txt"]).paths == ("报告[1].txt",)


@pytest.mark.parametrize(
    ("argument", "code", "said"),
    [
        ("报告/乙2.txt", "not_found", "乙.txt"),
        ("没有/乙.txt", "not_found", "找不到"),
        ("报告/丙*.txt", "no_match", "乙.txt"),
        ("a\0b", "not_found", "找不到"),
    ],
)
def test_what_is_not_there(folder: Path, argument: str, code: str, said: str) -> None:
    (fault,) = collect([argument]).faults
    assert (fault.code, fault.path) == (code, argument)
    assert said in fault.message


def test_suggestions_are_few(folder: Path) -> None:
    for number in range(9):
        Path(f"报告2023-{number}.txt").write_text("一、", "utf-8")
    (fault,) = collect(["报告2023.txt"]).faults
    assert fault.message.count("报告2023-") == 3


def test_an_empty_folder(folder: Path) -> None:
    Path("空").mkdir()
    Path("空/a.docx").write_text("", "utf-8")
    (fault,) = collect(["空", "报告"], "en").faults
    assert (fault.code, fault.path) == ("no_reports", "空")
    assert fault.message == "no .txt or .md report in folder 空 (1 other files skipped)"


def test_links_out_of_the_folder(folder: Path) -> None:
    Path("外.txt").write_text("一、", "utf-8")
    try:
        Path("报告/外.txt").symlink_to(folder / "外.txt")
        Path("报告/内.txt").symlink_to(folder / "报告" / "乙.txt")
        Path("报告/环").symlink_to(folder / "报告", target_is_directory=True)
    except OSError:
        pytest.skip("no links on this file system")
    found = collect(["报告"])
    assert [Path(path).name for path in found.paths] == ["乙.txt", "内.txt", "丙.MD"]
