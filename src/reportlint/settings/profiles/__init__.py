"""Rule files of provinces and cities, for `profile:` in .reportlint.yaml; each value with its source."""
