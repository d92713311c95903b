"""Floor 3: every figure of the report, what it counts, and the relations among figures with their verdicts."""

from checker.figures.ledger import Ledger, measure

__all__ = ["Ledger", "measure"]
