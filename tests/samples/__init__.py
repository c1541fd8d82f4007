"""The sample articles and what they say."""
