"""Whether a rule applies to a report, and which rules were asked for."""

from __future__ import annotations

from collections.abc import Sequence

from checker.words.document import Body, Document, Level
from checker.words.rule import Rule, Rulebook, Stage

_LEVELS = {
    Level.NATIONAL: "国家级",
    Level.PROVINCE: "省级",
    Level.CITY: "市级",
    Level.COUNTY: "县级",
    Level.TOWNSHIP: "乡级",
}
_BODIES = {Body.GOVERNMENT: "政府", Body.DEPARTMENT: "部门"}


class UnknownRuleError(LookupError):
    """A rule that was selected or ignored does not exist."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        hint = f"，您是不是想写“{near[0]}”？" if near else ""
        super().__init__(f"没有名为“{name}”的规则{hint}")
        self.name = name
        self.near = tuple(near)


def in_force(rule: Rule, profile: str) -> bool:
    """Whether the rule belongs to this profile at all; drafts and retired rules belong to none."""
    return profile in rule.profiles and rule.stage in (Stage.STABLE, Stage.TRIAL)


def why_not(rule: Rule, document: Document, region: str | None = None) -> str | None:
    """The reason why the rule does not apply to this report from this region, or None where it does.

    A report whose year is unknown is taken for a present one: rules that have ended do not apply to it.
    """
    if not rule.enabled:
        change = next((c for c in reversed(rule.changes) if c.field == "enabled"), None)
        return f"已停用：{change.reason}" if change else "已停用"
    year = document.report_year
    if rule.since is not None and year is not None and year < rule.since:
        return f"自{rule.since}年度起适用，本报告为{year}年度"
    if rule.until is not None and (year is None or year > rule.until):
        return (
            f"适用至{rule.until}年度，本报告年度不明" if year is None else f"适用至{rule.until}年度，本报告为{year}年度"
        )
    return _not_from_here(rule, document, region)


def _not_from_here(rule: Rule, document: Document, region: str | None) -> str | None:
    """The reason why the rule does not apply to reports of such a body."""
    if rule.levels and document.level not in rule.levels:
        return f"只适用于{'、'.join(_LEVELS[Level(level)] for level in rule.levels)}单位的报告"
    if rule.bodies and document.body not in rule.bodies:
        return f"只适用于{'、'.join(_BODIES[Body(body)] for body in rule.bodies)}的报告"
    if rule.regions and region not in rule.regions:
        return f"只适用于{'、'.join(rule.regions)}的报告"
    return None


def chosen(rulebook: Rulebook, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> frozenset[str] | None:
    """The ids of the rules that were asked for; None is all of them.

    A name is the id of a rule, a former id, or what stands before a dot in ids (`figures` is all of `figures.…`).
    Raises UnknownRuleError for a name that is none of these.
    """
    if not select and not ignore:
        return None
    wanted = {rule.id for rule in rulebook.rules} if not select else set().union(*(_named(rulebook, n) for n in select))
    return frozenset(wanted.difference(*(_named(rulebook, name) for name in ignore)))


def _named(rulebook: Rulebook, name: str) -> set[str]:
    rules = rulebook.rules
    found = {r.id for r in rules if r.id == name or name in r.formerly or r.id.startswith(f"{name}.")}
    if not found:
        from difflib import get_close_matches  # late: only a wrong name needs it

        ids = [rule.id for rule in rules]
        raise UnknownRuleError(name, get_close_matches(name, [*ids, *{i.split(".")[0] for i in ids}], n=1))
    return found
