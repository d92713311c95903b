"""Floor 5: what rule writers and readers of rules are given: a page for every rule, and a file to begin with."""
