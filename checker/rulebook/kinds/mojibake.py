"""Kind `mojibake`: text that was damaged on its way."""

from __future__ import annotations

from collections.abc import Iterator

from checker.rulebook.dossier import Dossier
from checker.rulebook.garbled import Damage, damages
from checker.rulebook.reach import Reach, together, verdict
from checker.words.finding import Severity
from checker.words.record import dataclass, field
from checker.words.rule import Hit, Judgement, Rule

_NEAR = 4  # damaged places as close as this are one
_MOST = 20  # more than these are told as one finding: the whole text was read wrongly


@dataclass(frozen=True, slots=True)
class Mojibake:
    """The text is readable: no lost bytes, no substitute characters, nothing read in the wrong encoding."""

    given: Reach = field(default=Reach(), metadata={"zh": "检查范围", "en": "where it is looked for"})

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        found = _joined(damages(dossier.document.text))
        hits = [_hit(damage) for damage in found if self.given.admits(dossier, damage.span.start)]
        return verdict(together(hits, "此处也已损坏") if len(hits) > _MOST else hits)


def _joined(found: list[Damage]) -> Iterator[Damage]:
    pending: Damage | None = None
    for damage in found:
        if pending and pending.cause == damage.cause and damage.span.start - pending.span.end <= _NEAR:
            meant = pending.meant + damage.meant if pending.meant and damage.meant else ""
            pending = Damage(pending.span.join(damage.span), damage.cause, meant)
            continue
        if pending:
            yield pending
        pending = damage
    if pending:
        yield pending


def _hit(damage: Damage) -> Hit:
    """A symbol of a private font may still be a bullet that looked right in print: a person must look."""
    severity = Severity.WARNING if damage.cause == "private_use" else None
    return Hit(damage.span, {"cause": damage.cause, "meant": damage.meant}, severity=severity)
