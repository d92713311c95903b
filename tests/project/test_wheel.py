"""What users install: a wheel built from the source archive, in an environment that holds its dependencies only."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import venv
from collections.abc import Iterator
from importlib.metadata import distribution
from os import environ
from pathlib import Path

import pytest

from tests.project.sources import ROOT

SEED = sorted((ROOT / "seeds").iterdir())[0]


def run(*command: str | Path, cwd: Path, **variables: str) -> str:
    """What the command printed; it must end with 0."""
    environment = {"PATH": environ["PATH"], "HOME": str(cwd), "PYTHONUTF8": "1", **variables}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def required(name: str) -> Iterator[str]:
    """The distributions that this one needs at run time, and what they need in turn."""
    for requirement in distribution(name).requires or ():
        if "extra ==" not in requirement:
            needed = re.split(r"[\s<>=!~;(\[]", requirement, maxsplit=1)[0]
            yield needed
            yield from required(needed)


def link_dependencies(folder: Path) -> None:
    """The declared dependencies, and nothing else that happens to be installed here."""
    for name in set(required("report-checker")):
        found = distribution(name)
        for top in {file.parts[0] for file in found.files or () if file.parts[0] != ".." and ".pth" not in file.name}:
            (folder / top).symlink_to(Path(str(found.locate_file(top))))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built the way a package index receives it: source archive first, the wheel from that."""
    folder = tmp_path_factory.mktemp("build")
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", folder, cwd=ROOT)
    with tarfile.open(next(folder.glob("*.tar.gz"))) as archive:
        archive.extractall(folder, filter="data")
    source = next(path for path in folder.iterdir() if path.is_dir())
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=source)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of a new environment with the wheel in it."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=home)
    link_dependencies(next(home.glob("lib/python*/site-packages")))
    return home / "bin"


def test_wheel_checks_a_report_from_any_folder(installed: Path, tmp_path: Path) -> None:
    for command in ([installed / "checker"], [installed / "python", "-m", "checker"]):
        printed = run(*command, "check", SEED, "--format", "json", "--fail-on", "never", cwd=tmp_path)
        audit = json.loads(printed)
        assert audit["summary"]["checked"] == 1
        assert audit["reports"][0]["outline"]


def test_wheel_carries_rules_grammars_types_and_licences(installed: Path) -> None:
    packages = next(installed.parent.glob("lib/python*/site-packages"))
    for name in ("rules", "grammar"):
        assert listing(packages / "checker" / "data" / name) == listing(ROOT / name)
    assert (packages / "checker/py.typed").is_file()
    licences = next(packages.glob("report_checker-*.dist-info")) / "licenses"
    assert {path.name for path in licences.iterdir()} == {"LICENSE", "NOTICE"}


def listing(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


def test_checkout_runs_as_a_module(tmp_path: Path) -> None:
    """Without any installation of its own: the checkout on the path is enough."""
    printed = run(
        sys.executable, "-m", "checker", "check", SEED, "--format", "json", "--fail-on", "never",
        cwd=tmp_path, PYTHONPATH=str(ROOT),
    )  # fmt: skip
    assert json.loads(printed)["summary"]["checked"] == 1
