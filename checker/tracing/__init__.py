"""Why a rule fires on a report, or why it does not: where it looked, what it found there, and what followed."""
