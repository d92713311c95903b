"""Whole audits of the five seeds, for readers of a diff. `REFRESH_GOLDEN=1 pytest tests/cli` writes them anew."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from checker.cli import main

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
SEEDS = sorted(path.name for path in (ROOT / "seeds").iterdir())


def run(capsys: pytest.CaptureFixture[str], name: str, *options: str) -> str:
    main(["check", f"seeds/{name}", "--fail-on", "never", "--color", "never", *options])
    captured = capsys.readouterr()
    assert captured.err == ""
    return captured.out


def compare(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("REFRESH_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text("utf-8")


@pytest.fixture(autouse=True)
def checkout(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")


@pytest.mark.parametrize("name", SEEDS)
def test_screen(capsys: pytest.CaptureFixture[str], name: str) -> None:
    compare(f"{name[:3]}.txt", run(capsys, name))


@pytest.mark.parametrize("name", SEEDS)
def test_json(capsys: pytest.CaptureFixture[str], name: str) -> None:
    report = json.loads(run(capsys, name, "--format", "json"))["reports"][0]
    compare(f"{name[:3]}.json", json.dumps(reduced(report), ensure_ascii=False, indent=1) + "\n")


def reduced(report: dict[str, Any]) -> dict[str, Any]:
    """What a reader can judge: no offsets, no texts that the screen shows."""
    relations = [
        f"{each['verdict']} {each['line']} {each['kind']} {each['equation']}"
        for each in map(placed, report["relations"])
    ]
    return {
        **{
            key: report[key]
            for key in ("path", "status", "profile", "title", "issuer", "report_year", "signed", "script")
        },
        "parts": [f"{part['id']} {part['grade']} {part['line']}" for part in report["parts"]],
        "findings": [f"{f['severity']} {f['line']}:{f['column']} {f['rule']} {f['quote']}" for f in report["findings"]],
        "relations": [line for line in relations if not line.startswith("undecidable")],
        "unmet": [
            f"{o['rule']} {o['verdict']}" for o in report["outcomes"] if o["verdict"] not in ("met", "not_applicable")
        ],
        "coverage": report["coverage"],
        "score": report["score"],
    }


def placed(relation: dict[str, Any]) -> dict[str, Any]:
    return relation | {"line": min((operand["line"] for operand in relation["operands"]), default=0)}
