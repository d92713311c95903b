"""The marks that git leaves where a merge could not be finished."""

from __future__ import annotations

import re

from checker.patterns import expression
from checker.rulebook.reading.packfile import PackFile
from checker.words.place import Span
from checker.words.source import Fault

_CONFLICT = expression(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)", re.MULTILINE)


def conflict(file: PackFile) -> Fault | None:
    """What is said of the first such mark; nothing else in the file can be trusted then."""
    found = _CONFLICT.search(file.text)
    if found is None:
        return None
    zh = f"文件里有没有合并完的内容（{found[0]}），请先在版本库中解决冲突"
    en = f"an unfinished merge ({found[0]}); resolve the conflict first"
    return file.fault("conflict", zh, en, Span(*found.span()))
