"""Floor 2: the outline. A text becomes lines with a name each, nested sections, and what the report is."""

from checker.outline.assemble import parse
from checker.outline.tree import build_parser, outline_parser

__all__ = ["build_parser", "outline_parser", "parse"]
