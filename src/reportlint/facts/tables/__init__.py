"""Tables: those that a kind of report must hold, cell by cell, and what in them must add up."""
