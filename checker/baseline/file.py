"""A baseline as a file: JSON, one line a finding, sorted; strictly read, and merged by git line by line.

No line number, time or version of the program is in it, so that it changes only when the findings do.
"""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

from checker.baseline.entry import Baseline, Entry
from checker.patterns import expression
from checker.rulebook.reading.packfile import PackFile
from checker.sidecar import read_sidecar
from checker.words.place import Span
from checker.words.rule import Wording
from checker.words.source import Fault

SCHEMA = "report-checker-baseline/1"
NAME = Wording("基线文件", "baseline")
MOST_MEGABYTES = 50
NEEDED = ("report", "rule", "fingerprint")
TEXTS = (*NEEDED, "section", "quote", "reason")
KEYS = (*TEXTS, "count")

_FINGERPRINT = expression(r"[0-9a-f]{32}")
_LINE = expression(r"[^\n]+")


class SlipError(Exception):
    """What is wrong with a line: a code, the words, and the text or the offset in the line that they speak of."""

    def __init__(self, code: str, zh: str, en: str, spot: str | int = 0) -> None:
        super().__init__(zh)
        self.code, self.words, self.spot = code, Wording(zh, en), spot


def read_baseline(path: Path) -> Baseline | tuple[Fault, ...]:
    """The baseline, or all that is wrong with its file: then none of it may be used."""
    file = read_sidecar(path, NAME, MOST_MEGABYTES)
    if isinstance(file, Fault):
        return (file,)
    entries: dict[tuple[str, str, str], Entry] = {}
    faults: list[Fault] = []
    lines = [Span(*found.span()) for found in _LINE.finditer(file.text) if found[0].strip()]
    for number, span in enumerate(lines):
        try:
            pairs = _pairs(span.of(file.text))
            if number == 0:
                _check_head(pairs)
                continue
            entry = _entry(pairs)
            other = entries.get(entry.identity)  # two branches added it: the greater count saw all that the other did
            entries[entry.identity] = entry if other is None or entry.count > other.count else other
        except SlipError as slip:
            faults.append(_fault(file, span, slip))
            if number == 0:
                break  # of a foreign file nothing more is to be said
    if not lines:
        zh, en = "基线文件是空的，不知是否完整；没有存量问题时请去掉 --baseline", "the baseline is empty"
        faults.append(file.fault("empty", zh, en, Span(0, 0)))
    return tuple(faults) or Baseline(path, entries.values())


def written(entries: Iterable[Entry]) -> str:
    """The text of a baseline with these entries."""
    lines = [{"schema": SCHEMA}, *map(record, sorted(entries, key=lambda entry: entry.identity))]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def record(entry: Entry) -> dict[str, object]:
    """An entry as it is written; what says nothing is left out."""
    said = {"count": entry.count} if entry.count > 1 else {}
    return {key: value for key in TEXTS if (value := getattr(entry, key))} | said


def _pairs(line: str) -> list[tuple[str, object]]:
    try:
        found = json.loads(line, object_pairs_hook=_Pairs)
    except (ValueError, RecursionError) as error:
        zh, en = "这一行不是完整的 JSON，文件可能被截断或改坏", "this line is no whole JSON: cut off or damaged"
        raise SlipError("broken", zh, en, min(getattr(error, "pos", 0), len(line) - 1)) from None
    if not isinstance(found, _Pairs):
        raise SlipError("broken", "这一行应是 {…} 形式的 JSON", "this line must be a JSON object {…}")
    if len(dict(found)) < len(found):
        key = Counter(name for name, _ in found).most_common(1)[0][0]
        raise SlipError("duplicate_key", f"“{key}”重复", f"“{key}” twice", f'"{key}"')
    return found


class _Pairs(list[tuple[str, object]]):
    """An object of JSON with all its keys, those that stand twice included."""


def _check_head(pairs: list[tuple[str, object]]) -> None:
    schema = dict(pairs).get("schema")
    if schema is None:
        zh = f'这不是基线文件：第一行应是 {{"schema": "{SCHEMA}"}}'
        raise SlipError("no_baseline", zh, f'no baseline: the first line must be {{"schema": "{SCHEMA}"}}')
    if schema != SCHEMA:
        zh, en = f"基线文件是“{schema}”格式，本程序只认 {SCHEMA}", f"the baseline is {schema}, known is {SCHEMA} only"
        raise SlipError("foreign_version", zh, en, f'"{schema}"')
    _refuse_unknown(pairs, ("schema",))


def _entry(pairs: list[tuple[str, object]]) -> Entry:
    _refuse_unknown(pairs, KEYS)
    for key, value in pairs:
        if key == "count":
            if type(value) is not int or value < 1:
                raise SlipError("wrong_type", "“count”应是正整数", "“count” must be a whole number from 1", '"count"')
        elif not isinstance(value, str):
            raise SlipError("wrong_type", f"“{key}”应是一段文字", f"“{key}” must be a text", f'"{key}"')
    values = {key: value for key, value in pairs if isinstance(value, str)}
    if missing := [key for key in NEEDED if not values.get(key)]:
        zh, en = f"缺少{'、'.join(f'“{key}”' for key in missing)}", f"missing: {', '.join(missing)}"
        raise SlipError("missing_key", zh, en)
    if not _FINGERPRINT.fullmatch(values["fingerprint"]):
        zh, en = "指纹应是 32 位十六进制数", "a fingerprint has 32 hexadecimal digits"
        raise SlipError("misfit", zh, en, f'"{values["fingerprint"]}"')
    values["report"] = unicodedata.normalize("NFC", values["report"])
    return Entry(**values, count=next((value for _, value in pairs if isinstance(value, int)), 1))


def _refuse_unknown(pairs: list[tuple[str, object]], known: tuple[str, ...]) -> None:
    for key, _ in pairs:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            zh = f"没有“{key}”这个键" + (f"，您是不是想写“{near[0]}”？" if near else f"，可用的有：{'、'.join(known)}")
            en = f"unknown key “{key}”" + (f", did you mean “{near[0]}”?" if near else "")
            raise SlipError("unknown_key", zh, en, f'"{key}"')


def _fault(file: PackFile, line: Span, slip: SlipError) -> Fault:
    if isinstance(slip.spot, int):
        spot = Span(line.start + slip.spot, line.start + slip.spot + 1)
    else:
        start = line.start + max(0, line.of(file.text).find(slip.spot))
        spot = Span(start, start + len(slip.spot))
    return file.fault(slip.code, slip.words.zh, slip.words.en, spot)
