"""Settings files are read strictly; the command line wins."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from checker.settings import OPTIONS, Output, Settings, WrongValueError, settings
from checker.settings_file import SettingsError, read_settings
from checker.words.rule import Wording


def written(folder: Path, text: str, name: str = ".report-checker.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    (folder / ".git").mkdir(exist_ok=True)
    return folder


def fault(folder: Path, text: str, name: str = ".report-checker.yaml") -> tuple[str, int | None, int | None]:
    with pytest.raises(SettingsError) as caught:
        read_settings(written(folder, text, name))
    found = caught.value.faults[0]
    return found.message, found.line, found.column


def test_nothing_said_is_the_default(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert settings(read_settings(tmp_path)) == Settings()


def test_yaml(tmp_path: Path) -> None:
    text = "lang: en\nfail-on: warning\nas-of: 2024-03-01\nselect: core.title\n"
    text += "rules: [本地规则.yaml]\noutput:\n  - json=结果.json\n"
    found = settings(read_settings(written(tmp_path, text)))
    assert (found.lang, found.fail_on, found.as_of, found.select) == (
        "en",
        "warning",
        date(2024, 3, 1),
        ("core.title",),
    )
    assert found.rules == (tmp_path / "本地规则.yaml",)
    assert found.output == (Output("json", tmp_path / "结果.json"),)


def test_toml(tmp_path: Path) -> None:
    text = '[project]\nname = "report-checker"\n[tool.report-checker]\n'
    text += 'fail-on = "never"\nas-of = 2024-03-01\nignore = ["a", "b,c"]\n'
    found = settings(read_settings(written(tmp_path, text, "pyproject.toml")))
    assert (found.fail_on, found.as_of, found.ignore) == ("never", date(2024, 3, 1), ("a", "b", "c"))


def test_a_foreign_pyproject_says_nothing(tmp_path: Path) -> None:
    assert read_settings(written(tmp_path, '[project]\nname = "report-checker"\n', "pyproject.toml")) == {}


def test_the_nearest_folder_up_to_the_repository_counts(tmp_path: Path) -> None:
    written(tmp_path, "lang: en\n")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert read_settings(below) == {"lang": "en"}
    (tmp_path / "a" / ".git").mkdir()
    assert read_settings(below) == {}


def test_the_command_line_wins(tmp_path: Path) -> None:
    found = settings(read_settings(written(tmp_path, "lang: en\nfail-on: info\n")), {"lang": "zh"})
    assert (found.lang, found.fail_on) == ("zh", "info")


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("lang: zh\nfail_on: error\n", "没有“fail_on”这项设置，您是不是想写 fail-on？", 2, 1),
        ("format: jsn\n", "“format”：没有“jsn”这个值，您是不是想写 json？", 1, 1),
        ("lang: zh\nlang: en\n", "重复", 2, 1),
        ("lang: [zh]\n", "“lang”应是一个文字值", 1, 1),
        ("rules: {a: b}\n", "“rules”应是文字或文字的列表", 1, 1),
        ("as-of: 今天\n", "“as-of”：“今天”不是日期", 1, 1),
        ("lang: &a zh\n", "锚点", 1, 7),
        ("- lang\n", "应由“键: 值”组成", 1, 1),
        ("lang： zh\n", "全角冒号", 1, 5),
        ("lang: zh\n\tformat: json\n", "制表符", 2, 1),
    ],
)
def test_faults_of_yaml_are_told_with_their_place(
    tmp_path: Path, text: str, message: str, line: int, column: int
) -> None:
    said, at, column_at = fault(tmp_path, text)
    assert message in said
    assert (at, column_at) == (line, column)


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("[tool.report-checker]\nformt = 'json'\n", "没有“formt”这项设置，您是不是想写 format？", 2),
        ("[tool.report-checker]\nlang = 1\n", "“lang”应是一个文字值", 2),
        ("[tool.report-checker]\nlang = \n", "不是有效的 TOML", 2),
        ("[tool]\nreport-checker = 3\n", "应是一张表", 1),
    ],
)
def test_faults_of_toml_are_told_with_their_place(tmp_path: Path, text: str, message: str, line: int) -> None:
    said, at, _ = fault(tmp_path, text, "pyproject.toml")
    assert message in said
    assert at == line


def test_settings_in_two_places_are_refused(tmp_path: Path) -> None:
    written(tmp_path, "[tool.report-checker]\nlang = 'en'\n", "pyproject.toml")
    assert "只能写在一处" in fault(tmp_path, "lang: en\n")[0]


def test_a_settings_file_that_is_no_text(tmp_path: Path) -> None:
    written(tmp_path, "")
    (tmp_path / ".report-checker.yaml").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(SettingsError, match="设置文件无法读取"):
        read_settings(tmp_path)


@hypothesis_settings(max_examples=60)
@given(st.text(max_size=60))
def test_no_settings_file_raises_anything_else(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / ".git").mkdir()
    for name, content in ((".report-checker.yaml", text), ("pyproject.toml", f"[tool.report-checker]\n{text}")):
        (folder / name).write_text(content, encoding="utf-8", errors="replace")
        with suppress(SettingsError):
            read_settings(folder)
        (folder / name).unlink()


@given(st.sampled_from(sorted(OPTIONS)), st.text(max_size=20))
def test_every_wrong_value_is_told_in_both_languages(option: str, text: str) -> None:
    wrong = Wording("-", "-")
    try:
        OPTIONS[option].convert(text)
    except WrongValueError as error:
        wrong = error.words
    assert wrong.zh
    assert wrong.en
