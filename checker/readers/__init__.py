"""Floor 1: a file of any kind becomes a Source, the text that everything else works on."""

from checker.readers.collect import SUFFIXES, Collected, collect
from checker.readers.faults import WRONG_CALLS
from checker.readers.fold import fold
from checker.readers.text import read, read_bytes, undecodable_fault

__all__ = ["SUFFIXES", "WRONG_CALLS", "Collected", "collect", "fold", "read", "read_bytes", "undecodable_fault"]
