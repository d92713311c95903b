"""Rule packs from YAML: read strictly, with the place of every fault, into one rulebook or none."""
