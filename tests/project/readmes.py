"""The code blocks of the READMEs, so that tests can hold them against the program."""

from __future__ import annotations

import re
from pathlib import Path

from tests.project.sources import ROOT

READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")

_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(readme: Path, language: str = "") -> list[str]:
    """The fenced blocks marked with this language, in the order of the text."""
    return [body for mark, body in _BLOCK.findall(readme.read_text("utf-8")) if mark == language]


def block(readme: Path, opening: str) -> str:
    """The YAML block that begins so."""
    return next(body for body in blocks(readme, "yaml") if body.startswith(opening))


def calls(readme: Path) -> list[list[str]]:
    """The words of every `checker` command that is shown, without its comment."""
    lines = [line.split("#")[0].split() for body in blocks(readme) for line in body.splitlines()]
    return [words[1:] for words in lines if words[:1] == ["checker"]]
