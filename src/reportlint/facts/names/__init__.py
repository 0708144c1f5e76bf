"""Names of the text: laws and documents, bodies, meetings, and when each of them is right."""
