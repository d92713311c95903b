"""Floor 0: the words of the domain, frozen records and pure arithmetic; nothing here reads, parses or prints."""
