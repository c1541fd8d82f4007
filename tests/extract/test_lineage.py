"""From whom an article has its story."""

import pytest

from schemas import Lineage
from streams.extract import extract
from streams.extract.lineage import find_lineage
from tests.extract.reading import article

TALKS = "Armenia and Azerbaijan held a second round of talks in Tbilisi on Tuesday."
FAR = " The snow is deep. Roads are closed. Buses stand still."


def lineage(text: str, publisher: str | None = "The Dale Post") -> tuple[Lineage, ...]:
    """Return the lineage of an article on a round of talks, of which the text is a part."""
    where = text.find(TALKS)
    return find_lineage(text, publisher, [(where, where + len(TALKS))])


def said(text: str, publisher: str | None = "The Dale Post") -> list[tuple[str, str]]:
    """Return outlet and way of each source of a text that follows the news of the talks."""
    return [(s.outlet, s.via) for s in lineage(f"{TALKS} {text}", publisher)]


@pytest.mark.parametrize(
    ("text", "outlet", "via"),
    [
        ("They parted without a word, according to Reuters.", "Reuters", "citing"),
        ("They parted without a word, Armenia's Alvand Wire said.", "Alvand Wire", "citing"),
        ("The Harbour Post newspaper first reported the meeting.", "Harbour Post", "citing"),
        ("It was the Russian news agency Interfax that was cited.", "", ""),
        ("They met twice, the Russian state news agency Tass said.", "Tass", "citing"),
        ("Tass, a state agency, on Wednesday quoted the minister.", "Tass", "citing"),
        ("The Alvand News Agency (ANA) said they met twice.", "Alvand News Agency", "citing"),
        ("Yonhap, citing a diplomat, said they met twice.", "Yonhap", "citing"),
        ("They met twice, reports the Harbour Post.", "Harbour Post", "citing"),
        ("They met twice, Israel's broadcaster Kan reported.", "Kan", "citing"),
        ("They met twice, according to Turkish broadcaster TRT.", "TRT", "citing"),
        ("A diplomat told the Harbour Post they met twice.", "Harbour Post", "told"),
        ("He said so in an interview with Axios.", "Axios", "told"),
        ("Two officials confirmed the meeting to AFP.", "AFP", "told"),
        ("The minister spoke on Tuesday to Reuters.", "Reuters", "told"),
        ("The Associated Press contributed to this report.", "Associated Press", "byline"),
    ],
)
def test_frames_make_an_outlet_a_source(text: str, outlet: str, via: str) -> None:
    """Outlets that are cited, credited, or to whom people spoke."""
    assert said(text) == ([(outlet, via)] if outlet else [])


@pytest.mark.parametrize(
    "text",
    [
        f"TBILISI (Reuters) - {TALKS}",
        f"TBILISI, Feb 3 (Reuters) {TALKS}",
        f"By Reuters\n{TALKS}",
        f"{TALKS} (Reuters)",
        f"Talks in snow\nReuters in Tbilisi\n{TALKS}\nSource: Reuters",
    ],
)
def test_datelines_and_credits_are_bylines(text: str) -> None:
    """An agency's dateline, and the line that credits it."""
    assert [("Reuters", "byline")] == [(s.outlet, s.via) for s in lineage(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Anadolu news agency (Reuters) stood beside them.",
        "A photograph by Mihai Turcan/AFP shows the room.",
        "He wrote in an op-ed published in The New York Times that they should meet.",
        "They agree, according to a Harbour Post poll.",
        "He told Reuters last year that they would meet.",
        "The letter was sent to CNN's Tbilisi bureau.",
        "Prime Minister Kan said they met twice.",
        "CNN's Ann Harrow was there, said an aide.",
        "Reuters could not verify that they met twice.",
        "He had no answer when asked by the Harbour Post.",
        "He made it known on Facebook, according to a post.",
    ],
)
def test_names_in_other_frames_are_no_sources(text: str) -> None:
    """Photographs, opinions, polls, what was said long ago, addresses, social media."""
    assert [] == said(text)


def test_an_outlet_is_no_source_of_its_own() -> None:
    """Not by its name, not by a short one, not where it is published under its domain."""
    assert [] == said("A diplomat told the Dale Post so.", "dalepost.example")
    assert [] == said("He told The New York Times. The Times reported more.", "nytimes.com")


def test_outlets_in_one_frame_are_both_sources() -> None:
    """One verb or one preposition may have two of them."""
    assert [("AFP", "citing"), ("Reuters", "citing")] == said("AFP and Reuters reported it.")
    assert [("AFP", "told"), ("Reuters", "told")] == said("A diplomat told AFP and Reuters so.")


def test_each_outlet_is_named_once() -> None:
    """Whatever it is called."""
    text = "They left, according to Agence France-Presse. Both will return, AFP reported."
    assert [("Agence France-Presse", "citing")] == said(text)


def test_who_cites_whom_is_both() -> None:
    """An outlet and the one that it cites in turn."""
    text = "They left, Alvand News Agency reported, citing The Harbour Post."
    assert [("Alvand News Agency", "citing"), ("The Harbour Post", "citing")] == said(text)


def test_what_is_far_from_the_negotiation_makes_no_source() -> None:
    """A casualty count in an article on talks is not where the talks are from."""
    assert [] == said(f"{FAR} Two people were killed by the cold, AFP reported.")
    assert [("AFP", "citing")] == said(f"{FAR} Talks go on next week, AFP reported.")


def test_an_article_of_no_negotiation_has_only_a_byline() -> None:
    """Where nothing is told of a negotiation, nothing of it is taken from anybody."""
    assert () == find_lineage("Envoys will hold talks, AFP reported.", "The Dale Post", ())
    (source,) = find_lineage("TBILISI (AFP) - Snow fell.", "The Dale Post", ())
    assert "byline" == source.via


def test_told_counts_for_agencies_only_where_nobody_is_known_to_publish() -> None:
    """Newspapers are told things in their own articles, agencies in whatever paper."""
    assert [] == said("A diplomat told the Harbour Post they met twice.", None)
    assert [("AFP", "told")] == said("A diplomat told AFP they met twice.", None)


def test_state_media_are_a_source_only_of_articles_that_open_with_them() -> None:
    """Elsewhere they are the state that speaks, and what is told them is said in public."""
    assert [("Georgian state television", "citing")] == said(
        "Georgian state television reported a third day."
    )
    assert [] == said("The minister told Georgian state television so.")
    assert [] == said(f"{FAR} The talks go on, according to Georgian state television.")


def test_what_the_outlet_has_confirmed_it_has_first_hand() -> None:
    """The report of another outlet is then no source of its own."""
    text = "Axios reported the meeting, which was confirmed by the Dale Post. Axios said more."
    assert [] == said(text)


def test_line_breaks_of_feeds_are_line_breaks() -> None:
    r"""Also where a feed carries them as \n, letter for letter."""
    (source,) = lineage(rf"{TALKS} \n The Associated Press reported it.")
    assert "Associated Press" == source.outlet


def test_evidence_is_the_frame() -> None:
    """Name and frame, in the words of the article."""
    text = f"{TALKS} They left, according to the Russian news agency Interfax."
    ((evidence,),) = [s.evidence for s in lineage(text)]
    assert "according to the Russian news agency Interfax" == text[evidence.start : evidence.end]


def test_mentions_carry_the_lineage_of_their_article() -> None:
    """What is extracted names the source."""
    extraction = extract(article(f"{TALKS} They parted without a word, AFP reported."))
    assert ["AFP"] == [s.outlet for s in extraction.lineage]
    assert all(m.article.lineage == extraction.lineage for m in extraction.mentions)
