"""Small packs for tests."""

from __future__ import annotations

from checker.rulebook.faults import RulebookError
from checker.rulebook.reading.assembly import Assembly, assemble
from checker.rulebook.reading.sources import PackBytes
from checker.words.source import Fault

HEAD = "schema: report-checker-rules/1\npack: {id: %s, version: 1%s}\n"
RULE = """\
  - id: %s
    kind: pattern
    require: {none_of: [待补充]}
    severity: error
    category: placeholder
    basis: [{instrument: 某条例, number: 国务院令第1号, article: 第二条}]
    message: {zh: 有占位文字, en: a placeholder}
    suggestion: {zh: 请补全, en: fill it in}
    examples: {pass: [已补全。], fail: [{text: 此处待补充。, quote: 待补充}]}
"""


def pack(name: str = "small", rules: str = "", extends: str = "") -> str:
    """The text of a pack; `rules` is whatever stands after its head."""
    return HEAD % (name, f", extends: [{extends}]" if extends else "") + rules


def rule(name: str = "small.placeholder", text: str = RULE) -> str:
    """The lines of a rule without fault, as an item of `rules`."""
    return text % name


def read(*texts: str) -> Assembly:
    """The assembly of these packs, named a.yaml, b.yaml …"""
    return assemble([PackBytes(f"{chr(97 + n)}.yaml", text.encode()) for n, text in enumerate(texts)])


def faults(*texts: str | bytes) -> tuple[Fault, ...]:
    """What is wrong with these packs."""
    sources = [
        PackBytes(f"{chr(97 + n)}.yaml", text.encode() if isinstance(text, str) else text)
        for n, text in enumerate(texts)
    ]
    try:
        assemble(sources)
    except RulebookError as error:
        return error.faults
    return ()
