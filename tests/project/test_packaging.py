"""The bounds in pyproject.toml and the locked versions agree."""

from __future__ import annotations

import re
import tomllib

from tests.project.sources import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
BOUNDED = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]


def release(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def locked() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    return dict(line.lower().split("==") for line in lines if not line.startswith("#"))


def test_every_dependency_is_locked_within_its_bound() -> None:
    for requirement in BOUNDED:
        name, bound = requirement.lower().split(">=")
        assert release(locked()[name]) >= release(bound), requirement


def test_lock_names_versions_and_nothing_else() -> None:
    """No address of a package index, no path of a machine."""
    assert all(re.fullmatch(r"[a-z0-9_.-]+", name) for name in locked())
    assert all(re.fullmatch(r"[0-9.]+", version) for version in locked().values())
