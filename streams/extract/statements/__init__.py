"""Positions, mediation and outcomes: every kind but talks (contract, section 2)."""

from streams.extract.document import Document
from streams.extract.mentions import Draft
from streams.extract.statements.compose import compose
from streams.extract.statements.observe import observe
from streams.extract.talks.table import Principals


def find_statements(document: Document, principals: Principals) -> tuple[Draft, ...]:
    """Return the drafts of an article's positions and outcomes, in the order of the text.

    `principals` are whom it is about, for sides that a sentence leaves out.
    """
    return compose(observe(document, principals), principals, document.published_at)
