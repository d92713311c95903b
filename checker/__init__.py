"""report-checker: a rule-based compliance checker for the reports that Chinese public bodies must write."""

__version__ = "0.1.0"
