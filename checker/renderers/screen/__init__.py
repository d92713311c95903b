"""The pieces of the `text` format."""
