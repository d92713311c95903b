"""The program as a process: signals, pipes, consoles of every kind. Each case is a run of its own."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.texts import CLEAN, FAULTY

COMMAND = [sys.executable, "-m", "checker"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "a.txt").write_text(FAULTY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=folder, capture_output=True, env=os.environ | environment, timeout=60, check=False
    )


@pytest.mark.parametrize("encoding", ["gbk", "cp936", "ascii", "utf-8"])
def test_a_console_of_any_encoding(folder: Path, encoding: str) -> None:
    done = run(folder, "check", "a.txt", PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    page = done.stdout.decode(encoding)
    assert ("暂不能提交" in page) or encoding == "ascii"
    assert done.stderr == b""


def test_a_console_without_locale(folder: Path) -> None:
    done = run(folder, "check", "a.txt", LANG="C", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 1
    assert b"core." in done.stdout


def test_data_is_utf8_on_any_console(folder: Path) -> None:
    done = run(folder, "check", "a.txt", "--format", "json", PYTHONIOENCODING="gbk")
    assert json.loads(done.stdout.decode("utf-8"))["reports"][0]["title"]


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_goes_away_is_no_error(folder: Path, form: str) -> None:
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [*COMMAND, "check", "a.txt", "--format", form], cwd=folder, stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    os.close(reading)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "check", "b.txt"], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 2
    assert "结果无法输出" in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_no_stdout_at_all(folder: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m checker check a.txt >&-'],
        cwd=folder,
        stderr=subprocess.PIPE,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_keeps_what_is_finished(folder: Path, number: signal.Signals) -> None:
    command = [*COMMAND, "check", "a.txt", "-", "--format", "json", "--output", "html=a.html"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=pipe) as process:
        assert process.stderr is not None
        assert "共 2 份报告" in process.stderr.readline().decode()
        _wait_for_input(process.pid)
        process.send_signal(number)
        out, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert [report["path"] for report in json.loads(out)["reports"]] == ["a.txt"]
    assert (folder / "a.html").exists()
    assert "已中断：检查完 1 份报告" in said.decode()


def _wait_for_input(pid: int) -> None:
    """Until the process reads from its standard input, having nothing else to do."""
    import time

    for _ in range(600):
        if "pipe" in Path(f"/proc/{pid}/wchan").read_text():
            return
        time.sleep(0.05)
    raise TimeoutError


def test_the_command_and_the_module_are_the_same(folder: Path) -> None:
    script = Path(sys.executable).with_name("checker")
    # The environment as Python knows it: readline, where pytest has it, sets COLUMNS behind its back.
    environment = dict(os.environ)
    done = subprocess.run([script, "check", "a.txt"], cwd=folder, capture_output=True, env=environment, check=False)
    assert done.stdout == run(folder, "check", "a.txt").stdout
    assert done.returncode == 1
