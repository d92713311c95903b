"""The package's own source files, parsed: what the tests of its structure read."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def modules() -> dict[str, Path]:
    """Every module of the package, by its dotted name."""
    return {_dotted(path): path for path in sorted((ROOT / "checker").rglob("*.py"))}


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text("utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """The modules that this one imports, early or late; of other distributions only the first part of the name."""
    return frozenset(_targets(tree(module)))


def _targets(source: ast.Module) -> Iterator[str]:
    for node in ast.walk(source):
        if isinstance(node, ast.Import):
            yield from (_target(alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (_target(node.module or "", alias.name) for alias in node.names)


def _target(module: str, name: str = "") -> str:
    if module.partition(".")[0] != "checker":
        return module.partition(".")[0]
    return inner if (inner := f"{module}.{name}") in modules() else module
