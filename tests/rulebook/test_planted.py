"""From every rule two whole reports: one on which nothing fires, and the same with the rule's own fault planted in it.

No built-in rule is left out: each can be planted.
"""

from __future__ import annotations

from collections import Counter

import pytest

from checker.rulebook.engine import Judged
from checker.rulebook.kinds import Relating
from checker.words.audit import Verdict
from checker.words.finding import Severity
from checker.words.profile import Profile
from checker.words.rule import Example, Rule
from tests.rulebook.whole import BOOK, Missing, judged, missing, whole

every_rule = pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.id)
every_fault = pytest.mark.parametrize(
    ("rule", "example"),
    [pytest.param(r, example, id=f"{r.id}-{n}") for r in BOOK.rules for n, example in enumerate(r.failing)],
)


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


@every_fault
def test_the_fault_is_found_in_a_whole_report_and_nothing_else(rule: Rule, example: Example) -> None:
    """Exactly that rule fires, hints included: what the clean report has too is not counted.

    A relation that other rules see too is told once, by the one of fewest operands: then the verdict tells.
    """
    profile = profile_of(rule, example)
    clean, lacking = sound(rule, profile)
    text = whole(example.text, profile, lacking)
    found = judged(text, profile)
    assert found.faults == ()
    assert next(o.verdict for o in found.outcomes if o.rule == rule.id) is Verdict.BROKEN
    new = set(told(found) - told(clean))
    if new != {rule.id}:
        assert isinstance(rule.spec, Relating)
        assert len(new) == 1
        assert {b.rule.id for b in found.breaches if isinstance(b.rule.spec, Relating)} == new


def told(found: Judged) -> Counter[str]:
    return Counter(breach.rule.id for breach in found.breaches)


def sound(rule: Rule, profile: str) -> tuple[Judged, Missing]:
    """The first passing example that the rule passes in a whole report too, and what was added to it.

    Full-width digits are right in a text that has no others; the frame has others.
    """
    for example in rule.passing:
        lacking = missing(example.text, profile)
        found = judged(whole(example.text, profile, lacking), profile)
        if rule.id not in told(found):
            return found, lacking
    raise AssertionError(f"no passing example of {rule.id} passes in a whole report")
