"""What a report is asked to tell, by the rules of its place."""
