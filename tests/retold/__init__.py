"""The same happenings in other words, by pattern, with and without what articles tell besides."""
