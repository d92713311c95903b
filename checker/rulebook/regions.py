"""Where a report comes from, as far as its title and its issuing body tell."""

from __future__ import annotations

from typing import cast

from checker.words.document import Document
from checker.words.registry import Region
from checker.words.rule import Rulebook


def regions_of(rulebook: Rulebook) -> tuple[Region, ...]:
    """The provinces that have rules of their own."""
    return cast(tuple[Region, ...], rulebook.registries.get("regions", ()))


def region_of(document: Document, rulebook: Rulebook) -> str | None:
    """The province of the issuing body; None where neither it nor the title names a place that is known."""
    title = "".join(span.of(document.folded) for span in document.title.spans) if document.title else ""
    named = f"{title} {document.issuer.span.of(document.folded) if document.issuer else ''}"
    found = [
        (named.find(term), region.name) for region in regions_of(rulebook) for term in region.terms if term in named
    ]
    return min(found)[1] if found else None
