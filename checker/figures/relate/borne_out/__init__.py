"""Relations that no words claim and the figures bear out: only agreement is told, last of all, so that nothing rests on it."""
