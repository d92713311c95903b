"""Tools for people who write rules: plain functions that return records, texts or JSON values."""
