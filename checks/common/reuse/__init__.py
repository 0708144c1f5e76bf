"""reuse: what was taken over from last year's report."""

TITLE = "沿用旧稿"
