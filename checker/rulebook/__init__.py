"""Floor 4: rule packs read strictly into typed records, and the engine that lets them meet a document."""
