"""Floor 6: the command line. stdout is data, stderr is talk; exit codes are 0, 1, 2, 3 and 130."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

_MANY = 1_000_000  # new objects between two searches for garbage


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command on these arguments, those of the process if none; the exit code."""
    from checker.cli.commands import end

    return end(list(sys.argv[1:] if argv is None else argv))


def run() -> None:
    """The console script: SIGTERM ends a run like Ctrl-C, keeping what is finished."""
    import signal

    # A short run makes next to no garbage, and looking for it at the usual pace takes a tenth of the start.
    gc.set_threshold(_MANY)

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, interrupt)
    code = main()
    from checker.patterns import keep_compiled

    keep_compiled()
    gc.freeze()  # nor is there any need to look for it at the end, in memory that is given back as a whole
    raise SystemExit(code)
