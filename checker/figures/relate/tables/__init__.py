"""Text tables: their totals, rates and changes, and the prose beside them."""
