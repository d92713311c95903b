"""Floor 2: the outline. A text becomes lines with a name each, nested sections, and what the report is."""

from checker.outline.assemble import parse

__all__ = ["parse"]
