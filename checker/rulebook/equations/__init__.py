"""Equations over named metrics: their grammar, where metrics are stated in a report, and whether they agree."""
