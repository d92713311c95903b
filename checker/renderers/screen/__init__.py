"""The pieces of the `text` format; only these import rich."""
