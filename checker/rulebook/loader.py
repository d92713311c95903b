"""The way to a rulebook: the built-in packs and those of the user, from the cache where nothing has changed."""

from __future__ import annotations

from collections.abc import Sequence

from checker.cache import remembered
from checker.rulebook.faults import RulebookError
from checker.rulebook.reading.sources import PackBytes, pack_bytes
from checker.rulebook.store import StoreError, dump, restore
from checker.words.rule import Rulebook
from checker.words.source import Fault


def load(extra: Sequence[str] = ()) -> Rulebook:
    """The built-in rules together with the packs in these files and folders, whose rules do right on their examples.

    Raises RulebookError with every fault that was found; never half a rulebook.
    """
    sources, faults = pack_bytes(extra)
    if faults:
        return _assembled(sources, faults)
    parts = [part for source in sources for part in (source.path.encode("utf-8", "surrogateescape"), source.data)]
    text = remembered("rulebook", parts, lambda: dump(_assembled(sources)))
    try:
        return restore(text)
    except StoreError:
        return _assembled(sources)


def _assembled(sources: Sequence[PackBytes], faults: Sequence[Fault] = ()) -> Rulebook:
    from checker.rulebook.proof import disproved  # late: neither is needed where the cache holds
    from checker.rulebook.reading.assembly import assemble

    assembly = assemble(sources, faults)
    if against := disproved(assembly):
        raise RulebookError(against)
    return assembly.rulebook
