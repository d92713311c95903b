"""The way to a rulebook: the built-in packs and those of the user."""

from __future__ import annotations

from collections.abc import Sequence

from checker.rulebook.reading.assembly import assemble
from checker.rulebook.reading.sources import pack_bytes
from checker.words.rule import Rulebook


def load(extra: Sequence[str] = ()) -> Rulebook:
    """The built-in rules together with the packs in these files and folders.

    Raises RulebookError with every fault that was found; never half a rulebook.
    """
    sources, faults = pack_bytes(extra)
    return assemble(sources, faults).rulebook
