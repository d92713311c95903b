"""The closed set of rule kinds, written out: a kind is a frozen record whose fields are the keys of a rule.

A kind either judges by itself (`judge`) or hands relations to the engine (`relate`).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol, runtime_checkable

from checker.rulebook.dossier import Dossier
from checker.rulebook.kinds.date_validity import DateValidity
from checker.rulebook.kinds.deadline import Deadline
from checker.rulebook.kinds.doubled import Doubled
from checker.rulebook.kinds.enumeration import Enumeration
from checker.rulebook.kinds.equation import Balanced
from checker.rulebook.kinds.event import KnownEvent
from checker.rulebook.kinds.hedge import RoundBeforeSurplus
from checker.rulebook.kinds.instrument import ValidInstrument
from checker.rulebook.kinds.level_jump import LevelJump
from checker.rulebook.kinds.lookalike import LookAlike
from checker.rulebook.kinds.marker_style import MarkerStyle
from checker.rulebook.kinds.mention import Mention
from checker.rulebook.kinds.metric import OneValue
from checker.rulebook.kinds.mixed import Mixed
from checker.rulebook.kinds.mojibake import Mojibake
from checker.rulebook.kinds.no_work import TitlesOfWorks
from checker.rulebook.kinds.numbering import Numbering
from checker.rulebook.kinds.order import Order
from checker.rulebook.kinds.organ import PresentOrgan
from checker.rulebook.kinds.paired import Paired
from checker.rulebook.kinds.pattern import ForbiddenPattern
from checker.rulebook.kinds.phrases import RightPhrases
from checker.rulebook.kinds.plan import RightPlanYears
from checker.rulebook.kinds.relation import StatedRelations
from checker.rulebook.kinds.report_year import ReportYear
from checker.rulebook.kinds.residue import Residue
from checker.rulebook.kinds.section import RequiredSection
from checker.rulebook.kinds.signature import Signature
from checker.rulebook.kinds.signed_date import SignedDate
from checker.rulebook.kinds.single_report import SingleReport
from checker.rulebook.kinds.stated_period import StatedPeriod
from checker.rulebook.kinds.substance import Substance
from checker.rulebook.kinds.title import TitleForm
from checker.words.relation import Relation
from checker.words.rule import Judgement, Rule


@runtime_checkable
class Judging(Protocol):
    """A kind that says itself where its rule is broken."""

    def judge(self, rule: Rule, dossier: Dossier) -> Judgement:
        """The verdict on one report, with its hits."""


@runtime_checkable
class Relating(Protocol):
    """A kind that finds relations between figures; the engine draws the verdict from theirs."""

    def relate(self, rule: Rule, dossier: Dossier) -> tuple[Relation, ...]:
        """The relations of the report that belong to this rule."""


KINDS: Mapping[str, type] = MappingProxyType(
    {
        "date_validity": DateValidity,
        "deadline": Deadline,
        "doubled": Doubled,
        "enumeration": Enumeration,
        "equation": Balanced,
        "event": KnownEvent,
        "hedge": RoundBeforeSurplus,
        "instrument": ValidInstrument,
        "level_jump": LevelJump,
        "lookalike": LookAlike,
        "marker_style": MarkerStyle,
        "mention": Mention,
        "metric": OneValue,
        "mixed": Mixed,
        "mojibake": Mojibake,
        "no_work": TitlesOfWorks,
        "numbering": Numbering,
        "order": Order,
        "organ": PresentOrgan,
        "paired": Paired,
        "pattern": ForbiddenPattern,
        "phrases": RightPhrases,
        "plan": RightPlanYears,
        "relation": StatedRelations,
        "report_year": ReportYear,
        "residue": Residue,
        "section": RequiredSection,
        "signature": Signature,
        "signed_date": SignedDate,
        "single_report": SingleReport,
        "stated_period": StatedPeriod,
        "substance": Substance,
        "title": TitleForm,
    }
)
