"""Lists that say how many things they name."""
