"""Hypothesis without a clock: slowness is caught by growth ratios, not by the load of the machine; CI is repeatable.

The cache of the tests is their own: no test reads or leaves anything in the user's.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")

os.environ["REPORT_CHECKER_CACHE"] = tempfile.mkdtemp(prefix="report-checker-tests-")
atexit.register(shutil.rmtree, os.environ["REPORT_CHECKER_CACHE"], ignore_errors=True)
