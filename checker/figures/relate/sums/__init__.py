"""A whole and its parts."""
