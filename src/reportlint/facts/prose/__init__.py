"""The report's prose: its sentences and clauses, where they stand, and what is masked in them."""
