"""Whether what fails is a proof: other readings, slips of the hand, equations that bear each other out."""
