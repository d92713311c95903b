"""A figure: a quantity stated in the text, and what it counts."""

from __future__ import annotations

from fractions import Fraction

from checker.words.interval import Interval
from checker.words.place import Span
from checker.words.record import dataclass


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written.

    `interval` is in the plain unit (1.2万件 is 11500 to 12500, 件; percentages as written); `truncated` is the second
    reading of a rounded number, cut off instead of rounded. `unit_class` joins units that count the same thing
    (件 起 宗 例). `hedge` is the word that makes it approximate (余 近 约 …) or empty. `value` is as written,
    in the plain unit, without regard to rounding and hedge.
    """

    span: Span
    text: str
    interval: Interval
    unit: str
    unit_class: str
    hedge: str = ""
    truncated: Interval | None = None
    value: Fraction = Fraction(0)

    @property
    def is_percent(self) -> bool:
        return self.unit_class == "percent"

    @property
    def decimals(self) -> int:
        """How many decimals a percentage is written with, in digits or in words; 0 where it tells no exact one."""
        if self.truncated is None or self.truncated.low is None or self.truncated.high is None:
            return 0
        step = self.truncated.high - self.truncated.low
        return len(str(step.denominator)) - 1 if step.numerator == 1 else 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and what it counts.

    `label` is the name before the number (审结), `head` the noun after it (行政复议申请), `scope` what limits it
    (市本级, 通过平台), `period` whose year it is (report, previous, next, or a year). `sentence` and `clause` number
    its place in the text, `depth` counts the brackets around it. `gap` is the text since the quantity before it at this
    depth (or since the start of the sentence or bracket), `parted` the strongest mark in it: 0 none, 1 、 2 , or : 3 ;.
    `line` is 1-based. `plan` says that it is intended, `compared` that it is a change or another year's value.
    """

    quantity: Quantity
    label: str
    head: str
    scope: str = ""
    period: str = ""
    metric: str | None = None
    sentence: int = 0
    clause: int = 0
    depth: int = 0
    line: int = 0
    gap: str = ""
    parted: int = 0
    plan: bool = False
    compared: bool = False

    @property
    def span(self) -> Span:
        return self.quantity.span
