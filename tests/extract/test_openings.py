"""Names that open a headline, as the parser is given them and put back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.extract.openings import _Headlines, find_opening, find_past_opening
from streams.extract.rulebook import load
from streams.extract.tree import Tree, leads_to_a_root
from tests.extract.reading import document, encounters, roles, statements
from tests.extract.trees import trees, word

BODY = "Nothing more was known on Tuesday."

HEADLINES = [
    ("Trump rejects China's offer on trade", "Trump", "rejects"),
    ("Trump to meet Putin in Alaska", "Trump", "meet"),
    ("South Korea signs accord with Chile", "Korea", "signs"),
    ("EU foreign policy chief urges Serbia to resume talks", "chief", "urges"),
    ("Taliban free 20 Afghan soldiers", "Taliban", "free"),
    ("Houthis release 100 prisoners", "Houthis", "release"),
    ("Sudan army rejects truce with RSF", "army", "rejects"),
    ("Venezuela halts talks with opposition", "Venezuela", "halts"),
    ("Ethiopia rejects call for four-way mediation", "Ethiopia", "rejects"),
    ("Russia and Ukraine resume talks in Oman", "Russia", "resume"),
    ("Saudi Arabia, Iran agree to restore ties", "Arabia", "agree"),
    ("Peru, Chile to reopen two crossings", "Peru", "reopen"),
    ("India, Pakistan and China trade blame", "India", "trade"),
    ("Trump and Putin meet in Alaska", "Trump", "meet"),
    ("Iran and US meet in Muscat", "Iran", "meet"),
    ("Rubio, Lavrov meet in Riyadh", "Rubio", "meet"),
    ("Russia & Ukraine Extend Truce By A Week", "Russia", "extend"),
    ("Peru apologises to Chile", "Peru", "apologises"),
    ("Peru boycotts talks with Chile", "Peru", "boycotts"),
]


def tree_of(headline: str) -> Tree:
    return document(f"{headline}\n{BODY}").passages[0].tree


@pytest.mark.parametrize(("headline", "subject", "verb"), HEADLINES)
def test_headline_has_its_verb(headline: str, subject: str, verb: str) -> None:
    """What the parser would take for a noun behind the name."""
    tree = tree_of(headline)
    told = word(tree, verb)

    assert "ROOT" == told.dep
    assert told.tag.startswith("VB")
    assert ("nsubj", told.i) == (word(tree, subject).dep, word(tree, subject).head)


def test_verb_of_a_headline_is_that_of_one() -> None:
    """The parser takes some for plurals, whose lemma is no verb's."""
    told = word(tree_of("Peru boycotts talks with Chile"), "boycotts")

    assert ("boycott", "VBZ") == (told.lemma, told.tag)


@pytest.mark.parametrize("names", ["Trump and Putin", "Chad, Sudan", "Greece and Turkey", "Hamas"])
def test_every_word_of_a_headline_leads_to_its_verb(names: str) -> None:
    """Whatever the verb, no words hang on one another in a circle."""
    for verb in sorted(load("headlines", _Headlines).verbs):
        tree = tree_of(f"{names} {verb} in Rome")
        assert leads_to_a_root(tree), verb


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_what_is_put_back_is_a_tree(data: st.DataObject) -> None:
    """Whatever the parser makes of the pronouns that it was given."""
    headline, names = data.draw(
        st.sampled_from(
            [
                ("Trump and Putin meet in Rome", [(0, 5), (10, 15)]),
                ("Chad, Sudan to hold talks", [(0, 4), (6, 11)]),
                ("India, Iran and China trade blame", [(0, 5), (7, 11), (16, 21)]),
                ("Hamas rejects truce", [(0, 5)]),
                ("Hamas: truce must hold", [(0, 5)]),
            ]
        )
    )
    opening = find_opening(headline, names)
    assert opening is not None
    tree = data.draw(trees(opening.text.replace(",", " ,").split()))

    assert leads_to_a_root(opening.restored(tree))


@pytest.mark.parametrize("headline", [headline for headline, _, _ in HEADLINES])
def test_headline_keeps_its_words(headline: str) -> None:
    """Every one of them at its place, and all of them a tree."""
    tree = tree_of(headline)

    words = headline.replace("'s", " 's").replace("-", " - ").split()
    assert [word.lower() for word in words] == [word.lower() for word in _split(headline, tree)]
    assert 1 == sum(token.head == token.i for token in tree)
    for k, token in enumerate(tree):
        assert k == token.i
        assert headline[token.start : token.end].lower() == token.text.lower()
        assert token.head == token.i or token.i in tree[token.head].children
        assert all(tree[child].head == token.i for child in token.children)


def _split(headline: str, tree: Tree) -> list[str]:
    """Return the words of a tree, commas on the words before them as the headline has them."""
    words: list[str] = []
    for token in tree:
        if token.text == "," and headline[token.start - 1] != " ":
            words[-1] += ","
        else:
            words.append(token.text)
    return words


@pytest.mark.parametrize(
    ("headline", "first", "second"),
    [
        ("Saudi Arabia, Iran agree to restore ties", "Arabia", "Iran"),
        ("Russia, Ukraine accuse each other of breaking truce", "Russia", "Ukraine"),
        ("Russia and Ukraine quit Oman talks", "Russia", "Ukraine"),
    ],
)
def test_names_are_coordinated(headline: str, first: str, second: str) -> None:
    """Whether "and" or a comma stands between them."""
    tree = tree_of(headline)

    assert ("conj", word(tree, first).i) == (word(tree, second).dep, word(tree, second).head)


@pytest.mark.parametrize(
    "headline",
    [
        "Iran demands were met with silence in Geneva",
        "US and China trade talks resume in Geneva",
        "Syria clashes kill 20",
        "Iran offer",
        "Talks resume",
        "Iran's demands",
        "",
    ],
)
def test_what_is_no_deed_of_the_names_stays(headline: str) -> None:
    """A noun behind a name, or a name that opens nothing."""
    names = [(name.start, name.end) for name in document(headline).names]

    assert find_opening(headline, names) is None


def test_colon_is_what_somebody_says() -> None:
    """Of what another has to do."""
    (found,) = statements(f"Pompeo: Iran must withdraw from Syria\n{BODY}")

    assert "demand" == found.kind
    assert "IRN" == found.target


@pytest.mark.parametrize(
    ("headline", "kind"),
    [
        ("Netanyahu: Iran lied about its reactor", "accusation"),
        ("Rubio: US will not recognise annexation by Iran", "rejection"),
    ],
)
def test_colon_behind_a_person_is_what_he_says(headline: str, kind: str) -> None:
    """Whatever it is about."""
    (found,) = statements(f"{headline}\n{BODY}")

    assert kind == found.kind


def test_colon_of_a_heading_says_nothing() -> None:
    """Nobody is obliged to do anything."""
    names = [(0, 7)]

    assert find_opening("Nigeria: truce collapses as gunmen kill dozens", names) is None


def test_names_that_a_comma_joins_meet() -> None:
    """Headlines alone tell of an encounter."""
    (found,) = encounters(f"Russia, Ukraine resume talks in Oman\n{BODY}")

    assert {"RUS": "party", "UKR": "party"} == roles(found)


@pytest.mark.parametrize("verb", ["delayed", "suspended", "backed", "imposed", "cancelled"])
@pytest.mark.parametrize("name", ["Trump", "Merkel", "Assad"])
def test_what_one_did_is_told_behind_a_name(name: str, verb: str) -> None:
    """Of "Trump suspended talks" the parser makes a noun, wherever in the text it stands."""
    text = f"Envoys will meet\nNothing was known. {name} {verb} talks with Iran on Friday."
    tree = document(text, "2018-05-16T12:00:00Z").passages[2].tree

    assert ("ROOT", "VBD") == (word(tree, verb).dep, word(tree, verb).tag)
    assert ("nsubj", word(tree, verb).i) == (word(tree, name).dep, word(tree, name).head)


@pytest.mark.parametrize(
    "sentence",
    [
        "Trump backed by his party was sure to win.",
        "Trump rejects the plan.",
        "The plan, Trump suspended talks.",
        "Trump and Kim suspended talks.",
        "Trump allies suspended talks.",
    ],
)
def test_other_sentences_are_parsed_as_they_are(sentence: str) -> None:
    """Those that open with no name, with two, or not with what one did."""
    names = [(name.start, name.end) for name in document(sentence).names]

    assert find_past_opening(sentence, names) is None


@pytest.mark.parametrize("will_not", ["won't", "won’t", "can't", "doesn't"])
def test_name_opens_a_headline_of_what_it_will_not_do(will_not: str) -> None:
    """What is contracted is an auxiliary, too."""
    opening = find_opening(f"Macron {will_not} apologize to Turkey", [(0, 6)])
    assert f"He {will_not} apologize to Turkey" == (opening.text if opening else None)
