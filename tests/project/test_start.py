"""What a call imports: a hook starts the program for every commit, so it imports nothing that it has no use for."""

from __future__ import annotations

import subprocess
import sys
from os import environ
from pathlib import Path

import pytest

from tests.project.sources import ROOT

SEED = min((ROOT / "seeds").iterdir())
CALL = "import sys; from checker.cli import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache as the first run leaves it."""
    folder = tmp_path_factory.mktemp("cache")
    imported(folder, "check", str(SEED), "--format", "json")
    return folder


def imported(cache: Path, *words: str) -> set[str]:
    """The top-level packages and the modules of this one that a call has imported at its end."""
    done = subprocess.run(
        [sys.executable, "-c", CALL, *words],
        cwd=ROOT,
        env={**environ, "REPORT_CHECKER_CACHE": str(cache)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.splitlines()[-1].split())


def test_data_for_programs_needs_no_screen(tmp_path: Path) -> None:
    modules = imported(tmp_path, "check", str(SEED), "--format", "json")
    assert "checker.renderers.json_report" in modules
    assert not {"rich", "checker.renderers.text", "checker.renderers.html"} & modules


def test_a_second_run_builds_nothing_anew(cache: Path) -> None:
    """Rules, grammars and expressions come from the cache."""
    modules = imported(cache, "check", str(SEED), "--format", "json")
    assert "checker.rulebook.engine" in modules
    assert not {"lark", "yaml"} & modules


def test_help_needs_no_checker(tmp_path: Path) -> None:
    modules = imported(tmp_path, "--help")
    assert not {"lark", "yaml", "rich", "checker.pipeline", "checker.rulebook.engine"} & modules
