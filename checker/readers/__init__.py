"""Floor 1: a file of any kind becomes a Source, the text that everything else works on."""
