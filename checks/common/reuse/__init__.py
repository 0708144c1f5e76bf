"""reuse: what was taken over from last year's report."""
