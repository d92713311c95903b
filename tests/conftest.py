"""Hypothesis without a clock: slowness is caught by growth ratios, not by the load of the machine; CI is repeatable."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")
