"""The profiles of reports and the parts that they must have: closed sets of public ids."""

from __future__ import annotations

from enum import StrEnum


class Profile(StrEnum):
    """The kind of report; `OTHER` is a report of another kind, checked by the general rules."""

    RULE_OF_LAW_ANNUAL = "rule_of_law_annual"
    ENFORCEMENT_ANNUAL = "enforcement_annual"
    ENFORCEMENT_WORK = "enforcement_work"
    RECONSIDERATION_LITIGATION = "reconsideration_litigation"
    DISCLOSURE_ANNUAL = "disclosure_annual"
    OTHER = "other"


class PartId(StrEnum):
    """The parts; from `OVERVIEW` on those of `disclosure_annual` alone, which has `SHORTCOMINGS` too."""

    ACHIEVEMENTS = "achievements"
    SHORTCOMINGS = "shortcomings"
    CAUSES = "causes"
    FIRST_RESPONSIBLE = "first_responsible"
    PLAN = "plan"
    OVERVIEW = "overview"
    PROACTIVE = "proactive"
    REQUESTS = "requests"
    DISPUTES = "disputes"
    OTHER_MATTERS = "other_matters"
