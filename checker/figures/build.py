"""Relations as they are put together: operands, filled-in equations, verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from checker.figures.numerals import MULTIPLIERS, is_slip, is_swap, plain_decimal
from checker.figures.reading import Frame
from checker.figures.story import Story
from checker.patterns import expression
from checker.words.figure import Quantity
from checker.words.interval import Interval, total
from checker.words.record import dataclass
from checker.words.relation import Binding, Operand, Relation, RelationKind, Role, Truth

_IN_WORDS = expression("分之|半|番|成")
_FLOAT = 1e-9
_NUMERAL = expression(
    r"(?:\d{1,3}(?: \d{3})+(?:\.\d+)?|[\d.,]+)\s?(万亿|[百千]万|亿|万|千|百)?|[零〇一二三四五六七八九十百千万亿两点]+"
)


def operand(story: Story, frame: Frame, role: Role) -> Operand:
    quantity = frame.quantity
    return Operand(
        span=quantity.span,
        text=quantity.span.of(story.original),
        role=role,
        label=(story.label(frame) or frame.tail).strip(" “”"),
        interval=quantity.interval,
        unit=quantity.unit or None,
    )


def shown(quantity: Quantity) -> str:
    """The number as written, without unit and hedge, with its 万 or 亿 and its %."""
    if _IN_WORDS.search(quantity.text):
        return quantity.text.removeprefix("了")  # 翻了一番
    match = _NUMERAL.search(quantity.text)
    number = match[0].replace(" ", "") if match else quantity.text
    return number + ("%" if quantity.unit_class == "percent" and "%" in quantity.text else "")


def shown_value(value: Fraction, like: Quantity) -> str:
    """A computed value in the dress of a stated one (万, %)."""
    match = _NUMERAL.search(like.text)
    multiplier = (match[1] if match else None) or ""
    scaled = value / MULTIPLIERS[multiplier] if multiplier else value
    return short_decimal(scaled) + multiplier + ("%" if like.unit_class == "percent" else "")


def short_decimal(value: Fraction, places: int = 4) -> str:
    """A number cut to some decimals where it does not end."""
    text = plain_decimal(value)
    if "/" not in text and len(text.partition(".")[2]) <= places:
        return text
    scaled = round(value * 10**places)
    return plain_decimal(Fraction(scaled, 10**places))


def is_slip_of(frame: Frame, value: Fraction) -> bool:
    """Whether a figure is the value but for one slip of the hand, whatever its dress."""
    return is_slip(plain_decimal(frame.quantity.value), plain_decimal(value))


@dataclass(frozen=True, slots=True)
class Sum:
    """total = Σ parts, tried over intervals."""

    whole: Frame
    parts: tuple[Frame, ...]

    @property
    def range(self) -> Interval:
        return total([p.quantity.interval for p in self.parts])

    @property
    def fits(self) -> bool:
        if not self.whole.quantity.interval.is_bounded:
            return False
        if all(f.quantity.interval.is_exact for f in (self.whole, *self.parts)):
            return self.value == self.whole.quantity.value
        return self.range.meets(self.whole.quantity.interval)

    @property
    def exceeds(self) -> bool:
        low, high = self.range.low, self.whole.quantity.interval.high
        return low is not None and high is not None and low > high

    @property
    def is_total_miswritten(self) -> bool:
        """Whether one slip of the hand in the whole explains that they do not agree (135, of 112 and 41)."""
        return is_slip_of(self.whole, self.value)

    def is_miswritten(self, digits: int = 1) -> bool:
        """Whether one slip in one figure, meant to have so many digits or more, explains that they do not agree.

        Of short numbers many differ by one digit; two digits that changed places tell in those of two too.
        """
        return any(
            (is_slip(old, new) and len(new.replace(".", "")) >= digits) or is_swap(old, new)
            for old, new in self.meant()
        )

    @property
    def is_swapped(self) -> bool:
        """Whether two digits of one figure that changed places explain that they do not agree."""
        return any(is_swap(*pair) for pair in self.meant())

    def meant(self) -> Iterator[tuple[str, str]]:
        """Each figure in digits, with what it would be if all the others were right."""
        gap = self.value - self.whole.quantity.value
        values = [p.quantity.value for p in self.parts]
        wanted = [(self.whole.quantity.value, self.value), *((value, value - gap) for value in values)]
        return ((plain_decimal(old), plain_decimal(new)) for old, new in wanted if new > 0)

    @property
    def value(self) -> Fraction:
        values = [p.quantity.value for p in self.parts]
        if all(v.denominator == 1 for v in values):
            return Fraction(sum(v.numerator for v in values))
        return sum(values, Fraction(0))

    @property
    def coverage(self) -> Fraction:
        """The share of the whole that the parts make up, by the written values."""
        return self.value / self.whole.quantity.value if self.whole.quantity.value else Fraction(0)

    def equation(self) -> str:
        left = " + ".join(shown(p.quantity) for p in self.parts)
        whole = shown(self.whole.quantity)
        if self.value == self.whole.quantity.value:
            return f"{left} = {whole}"
        sign = "≈" if self.fits else "≠"
        return f"{left} = {shown_value(self.value, self.whole.quantity)} {sign} {whole}"

    def relation(
        self,
        story: Story,
        rule: str,
        binding: Binding,
        *,
        kind: RelationKind = RelationKind.PART_WHOLE_SUM,
        truth: Truth | None = None,
        reason: str | None = None,
    ) -> Relation:
        operands = (operand(story, self.whole, Role.TOTAL), *(operand(story, p, Role.PART) for p in self.parts))
        verdict = truth or (Truth.HOLDS if self.fits else Truth.VIOLATED)
        if self.fits and len(self.parts) > 1:
            above = [w for w in story.wholes.get(self.parts[0].start, []) if w.start != self.whole.start]
            story.wholes.setdefault(self.whole.start, []).extend(above[:1])
            for part in self.parts:
                story.wholes.setdefault(part.start, []).append(self.whole)
        gap = "" if self.fits else shown_value(abs(self.value - self.whole.quantity.value), self.whole.quantity)
        return Relation("", kind, verdict, binding, rule, self.equation(), operands, reason=reason, gap=gap)


def longest_fitting(whole: Frame, run: Sequence[Frame]) -> Sum | None:
    """The longest beginning of a run, two figures or more, that adds up to the whole; 超过100件 adds up to anything.

    It is not cut off inside a 、 list: 45份,其中采购28份、工程17份、租赁9份 are three kinds.
    """
    end = next((at for at, part in enumerate(run) if not part.quantity.interval.is_bounded), len(run))
    run = run[:end]
    if all(f.quantity.interval.is_exact for f in (whole, *run)):
        sums = enumerate(accumulate(part.quantity.value for part in run), 1)
        sizes = [n for n, value in sums if n > 1 and value == whole.quantity.value and _may_end(run, n)]
        return Sum(whole, tuple(run[: sizes[-1]])) if sizes else None
    readings = (Sum(whole, tuple(run[:size])) for size in range(len(run), 1, -1) if _may_end(run, size))
    return next((reading for reading in readings if reading.fits), None)


def _may_end(run: Sequence[Frame], size: int) -> bool:
    return size == len(run) or run[size].parted != 1


@dataclass(frozen=True, slots=True)
class Ratio:
    """rate = 100 × numerators ÷ (base + more), tried over intervals."""

    rate: Frame
    numerators: tuple[Frame, ...]
    base: Frame
    more: tuple[Frame, ...] = ()

    @property
    def range(self) -> Interval:
        top = total([n.quantity.interval for n in self.numerators])
        bottom = total([b.quantity.interval for b in (self.base, *self.more)])
        return top / bottom * Interval.exact(100)

    @property
    def fits(self) -> bool:
        if not self.base.quantity.interval.is_bounded:
            return False
        stated = self.rate.quantity.interval
        return self.may_be(stated) and self.range.meets(stated)

    def may_be(self, stated: Interval, scale: int = 1) -> bool:
        """Whether floating point lets the quotient lie near what is stated: most pairs are out at once."""
        tops = [n.quantity.interval for n in self.numerators]
        bottoms = [b.quantity.interval for b in (self.base, *self.more)]
        low, high = sum(float(t.low or 0) for t in tops), sum(float(b.low or 0) for b in bottoms)
        if high <= 0 or any(i.low is None or i.low < 0 or i.high is None for i in (*tops, *bottoms)):
            return True
        least = 100 * low / sum(float(b.high or 0) for b in bottoms) / scale
        most = 100 * sum(float(t.high or 0) for t in tops) / high / scale
        above = stated.high is not None and least * (1 - _FLOAT) > float(stated.high)
        return not above and not (stated.low is not None and most * (1 + _FLOAT) < float(stated.low))

    @property
    def agrees(self) -> bool:
        """Whether the stated rate follows, rounded or cut off."""
        return self.fits or self.fits_cut

    @property
    def fits_cut(self) -> bool:
        """Whether it agrees if the stated rate was cut off instead of rounded."""
        truncated = self.rate.quantity.truncated
        return truncated is not None and self.may_be(truncated) and self.range.meets(truncated)

    @property
    def value(self) -> Fraction:
        top = sum((n.quantity.value for n in self.numerators), Fraction(0))
        bottom = sum((b.quantity.value for b in (self.base, *self.more)), Fraction(0))
        return 100 * top / bottom if bottom else Fraction(0)

    def relation(self, story: Story, rule: str, binding: Binding) -> Relation:
        top = " + ".join(shown(n.quantity) for n in self.numerators)
        top = f"({top})" if len(self.numerators) > 1 else top
        stated = shown(self.rate.quantity)
        computed = short_decimal(self.value, _places(stated) + 2) + "%"
        exact = self.value == self.rate.quantity.value
        bottom = " + ".join(shown(b.quantity) for b in (self.base, *self.more))
        equation = f"{top} ÷ {f'({bottom})' if self.more else bottom} = {computed}"
        equation += "" if exact else f" {'≈' if self.fits else '≠'} {stated}"
        operands = (
            *(operand(story, n, Role.NUMERATOR) for n in self.numerators),
            *(operand(story, b, Role.DENOMINATOR) for b in (self.base, *self.more)),
            operand(story, self.rate, Role.RATE),
        )
        truth = Truth.HOLDS if self.fits else Truth.VIOLATED
        rounding = not self.fits and self.fits_cut
        gap = "" if self.fits else short_decimal(abs(self.value - self.rate.quantity.value), 2) + "个百分点"
        return Relation("", RelationKind.RATE, truth, binding, rule, equation, operands, gap=gap, rounding=rounding)


def undecided(
    story: Story, kind: RelationKind, rule: str, frames: Sequence[tuple[Frame, Role]], reason: str
) -> Relation:
    """A relation that was seen but cannot be judged; the reason is kept."""
    operands = tuple(operand(story, frame, role) for frame, role in frames)
    return Relation("", kind, Truth.UNDECIDABLE, Binding.INFERRED, rule, "", operands, reason=reason)


def _places(stated: str) -> int:
    return len(stated.rstrip("%").partition(".")[2])
