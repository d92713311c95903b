"""What keeps a rulebook from being used."""

from __future__ import annotations

from checker.words.source import Fault


class RulebookError(Exception):
    """The rulebook cannot be used: every fault that was found, in the order of files and lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("\n".join(f"{fault.path}:{fault.line}:{fault.column}: {fault.message}" for fault in faults))
        self.faults = faults


class SpecError(ValueError):
    """What a record finds wrong with its own fields: yielded by its method `problems()`, told at the place of `key`.

    `key` is the way down from the record's own keys (`max`, `items.1.name`); `offset` points into the scalar there.
    """

    def __init__(self, zh: str, en: str = "", key: str = "", offset: int | None = None) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en
        self.key = key
        self.offset = offset
