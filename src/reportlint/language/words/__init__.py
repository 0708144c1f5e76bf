"""Words: which there are, where they begin and end in a text, of what kind they are, and what two wordings share."""
