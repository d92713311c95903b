"""The grammar has no conflict: strict mode makes one an error instead of a silent choice."""

from __future__ import annotations

from checker.outline import build_parser, outline_parser


def test_without_conflict() -> None:
    build_parser(strict=True)


def test_built_once() -> None:
    assert outline_parser() is outline_parser()
