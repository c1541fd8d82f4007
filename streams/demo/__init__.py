"""The demonstration: sample articles, an embedded broker, and events forming in the terminal."""
