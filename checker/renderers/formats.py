"""The formats by name; a renderer is imported when its format is asked for."""

from __future__ import annotations

from importlib import import_module

from checker.words.run import Run

_MODULES = {"json": "json_report"}


def render(run: Run, name: str, language: str = "zh", width: int = 100, colour: bool = False) -> str:
    """The run in this format; `width` and `colour` are for `text` alone."""
    if name == "text":
        from checker.renderers.screen.page import Canvas
        from checker.renderers.text import render as render_text

        return render_text(run, language, Canvas(width, colour))
    module = import_module(f"checker.renderers.{_MODULES.get(name, name)}")
    return str(module.render(run, language))
