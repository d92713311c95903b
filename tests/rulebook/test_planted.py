"""From every rule two whole reports: one on which nothing fires, and the same with the rule's own fault planted in it.

No built-in rule is left out: each can be planted.
"""

from __future__ import annotations

import pytest

from checker.rulebook.kinds import Relating
from checker.words.audit import Verdict
from checker.words.finding import Severity
from checker.words.profile import Profile
from checker.words.rule import Example, Rule
from tests.rulebook.whole import BOOK, judged, missing, whole

every_rule = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)


def profile_of(rule: Rule, example: Example) -> str:
    """General rules are planted in a report of no particular kind."""
    return example.profile or ("other" if "other" in rule.profiles else rule.profiles[0])


def grave(text: str, profile: str) -> set[tuple[str, str]]:
    """What a person would have to mend: rules and quotes at warning or above."""
    found = judged(text, profile)
    assert found.faults == ()
    return {
        (each.rule.id, each.hit.span.of(text)) for each in found.breaches if each.severity.rank > Severity.INFO.rank
    }


@pytest.mark.parametrize("profile", Profile)
def test_a_report_of_each_kind_is_clean(profile: str) -> None:
    """Not even a hint, on a report that holds nothing but what the kind demands."""
    text = whole("", profile, missing("", profile))
    found = judged(text, profile)
    assert [(each.rule.id, each.hit.span.of(text)) for each in found.breaches] == []
    assert sum(outcome.verdict is Verdict.MET for outcome in found.outcomes) > 25


@every_rule
def test_the_right_wording_is_clean_in_a_whole_report(rule: Rule) -> None:
    for example in rule.passing:
        profile = profile_of(rule, example)
        text = whole(example.text, profile, missing(example.text, profile))
        assert grave(text, profile) == set()


@every_rule
def test_the_fault_is_found_in_a_whole_report_and_nothing_else(rule: Rule) -> None:
    """A relation that other rules see too is told once, by the one of fewest operands: then the verdict tells."""
    example = rule.failing[0]
    profile = profile_of(rule, example)
    text = whole(example.text, profile, missing(rule.passing[0].text, profile))
    found = judged(text, profile)
    assert found.faults == ()
    assert next(o.verdict for o in found.outcomes if o.rule == rule.id) is Verdict.BROKEN
    tellers = {each.rule.id for each in found.breaches if each.rule is rule}
    if not tellers:
        assert isinstance(rule.spec, Relating)
        tellers = {each.rule.id for each in found.breaches if isinstance(each.rule.spec, Relating)}
        assert len(tellers) == 1
    assert {name for name, _ in grave(text, profile)} <= tellers
