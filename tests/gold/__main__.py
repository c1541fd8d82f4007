"""`python -m tests.gold OUT.jsonl`: write the gold as JSON Lines, texts and offsets included."""

import sys
from pathlib import Path

from tests.gold import write_jsonl


def main(arguments: list[str]) -> None:
    """Write the file that the one argument names."""
    if len(arguments) != 1:
        sys.exit("Usage: python -m tests.gold OUT.jsonl")
    try:
        count = write_jsonl(Path(arguments[0]))
    except (ValueError, OSError) as exc:
        sys.exit(f"Nothing written: {exc}")
    print(f"{count} articles written to {arguments[0]}")


if __name__ == "__main__":
    main(sys.argv[1:])
