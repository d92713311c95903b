"""`python -m checker`, the same as the command `checker`."""

from checker.cli import run

run()
