"""What all tests share."""

from tests.kafka.fixtures import (
    kafka,
    pytest_collection_modifyitems,
    pytest_terminal_summary,
    unique,
)

__all__ = ["kafka", "pytest_collection_modifyitems", "pytest_terminal_summary", "unique"]
