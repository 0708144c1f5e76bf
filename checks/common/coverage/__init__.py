"""coverage: what a report is asked to tell, by the rules of the country and of its place."""

TITLE = "应报尽报"
