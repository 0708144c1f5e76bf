"""Laws and documents: what the text calls them and what is known of them, their kinds, numbers, articles and issuers."""
