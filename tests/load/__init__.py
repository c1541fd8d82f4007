"""Generated load: any number of articles from a seed, good, bad, copied, edited and irrelevant."""
