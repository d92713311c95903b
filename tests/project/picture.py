"""Draws the pictures of the READMEs: one of the seeds audited, as it looks in a terminal. `make picture` runs it."""

from __future__ import annotations

import io
import os
import re
from html import escape, unescape
from itertools import groupby
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from checker.cli.rulebook import load_rulebook
from checker.pipeline import Options, check
from checker.renderers.formats import render
from checker.settings import Settings
from checker.words.run import Run
from tests.project.sources import ROOT

REPORT = Path("seeds") / "002_f9ba2d1d4727665b.txt"
PICTURES = {"zh": Path("docs") / "audit.zh.svg", "en": Path("docs") / "audit.svg"}
WIDTH = 100
CELL = 12.2  # the width that rich draws a cell with
FONTS = "Sarasa Mono SC, Noto Sans Mono CJK SC, Source Han Mono SC, Menlo, Consolas, monospace"


def draw(language: str) -> str:
    """The audit as SVG; fonts come from the reader's machine, never from the network."""
    rulebook = load_rulebook(Settings())
    audit = check(REPORT.as_posix(), Options(rulebook, language=language))
    assert audit.score is not None, audit.fault
    page = render(Run(rulebook, (audit,)), "text", language, WIDTH, colour=True)
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(page.strip("\n")))
    drawing = console.export_svg(title=f"checker check {REPORT.as_posix()}", unique_id="audit")
    drawing = re.sub(r"\s*(?:@font-face \{.*?\}|font-variant-east-asian: full-width;)", "", drawing, flags=re.DOTALL)
    drawing = drawing.replace("Fira Code, monospace", FONTS).replace("font-size: 20px", "font-size: 22px")
    return re.sub(r'<text ([^>]*) x="([^"]*)"([^>]*) textLength="[^"]*"([^>]*)>([^<]*)</text>', _on_grid, drawing)


def _on_grid(text: re.Match[str]) -> str:
    """One element for each run of characters of one script and width, stretched to its cells.

    Rich gives a Chinese character the room of a Latin one.
    """
    before, start, between, after, words = text.groups()
    place, pieces = float(start), []
    for _, run in groupby(unescape(words).rstrip("\n"), key=lambda letter: (cell_len(letter), letter.isascii())):
        piece = "".join(run)
        room = CELL * cell_len(piece)
        attributes = f'{before} x="{place:.1f}"{between} textLength="{room:.1f}" lengthAdjust="spacingAndGlyphs"{after}'
        pieces.append(f"<text {attributes}>{escape(piece)}</text>")
        place += room
    return "".join(pieces)


def main() -> None:
    os.chdir(ROOT)
    for language, path in PICTURES.items():
        path.write_text(draw(language), "utf-8")
        print(path)


if __name__ == "__main__":
    main()
