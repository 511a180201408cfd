"""Makes the table of how common words are in news, which grouping weighs words by."""
