"""Shares, rates, means: a count ÷ its base."""
