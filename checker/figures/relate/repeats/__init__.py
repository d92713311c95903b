"""One figure stated twice in the text."""
