"""Many documents: files, workers, branches, last year, and what is written back."""
