"""`python -m streams.training.words`: count in how many of the project's articles words stand.

The articles are the samples and those of `tests/headlines`, which are written for the project;
what is counted is the inverse document frequency of `streams/sketches/terms.py`.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import orjson

from streams.demo.feed import sample_articles
from streams.sketches import terms

HEADLINES = Path(__file__).parents[2] / "tests" / "headlines"
COUNTS = Path(terms.__file__).with_name("word_counts.txt")


def articles() -> Iterator[str]:
    """Yield the texts, each with its headline."""
    files = sorted(HEADLINES.glob("*.jsonl"))
    rows = (orjson.loads(line) for file in files for line in file.read_bytes().splitlines())
    for article in (*map(orjson.loads, sample_articles()), *(row["article"] for row in rows)):
        yield f"{article.get('title', '')}\n{article['text']}"


def counted(texts: Iterable[str]) -> str:
    """Return the number of texts, and behind it each word with the number of those that have it.

    A word of one text is left out: it says as little of the language as one of none.
    """
    each = [set(terms.words(text)) for text in texts]
    counts = Counter(word for words in each for word in words)
    lines = (f"{word} {count}\n" for word, count in sorted(counts.items()) if count > 1)
    return f"{len(each)}\n{''.join(lines)}"


def main() -> None:
    """Write the table."""
    COUNTS.write_text(counted(articles()), "utf-8")
    sys.stdout.write(f"{COUNTS.name}: {COUNTS.stat().st_size // 1000} KB\n")


if __name__ == "__main__":
    main()
