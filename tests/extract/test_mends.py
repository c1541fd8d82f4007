"""Headlines and sentences that the parser misreads, as they are mended."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from streams.extract.mends import mended
from streams.extract.parse import parse
from streams.extract.tree import Tree, leads_to_a_root
from tests.extract.reading import roles, talks
from tests.extract.trees import trees, word

HEADLINES = [
    "Israel-Hamas truce talks stall in Doha",
    "Gaza ceasefire talks resume in Cairo",
    "Iran-US nuclear talks resume in Vienna",
    "Yemen peace talks open in Sweden",
    "Israel, Hezbollah agree to ceasefire",
    "Chile delays steel tariffs on Peru until June",
    "Chile's envoys said on Monday that talks would resume.",
    "Peru offered on Friday to resume flights.",
    "Peru offered North Korea talks on Friday.",
    "The pilots are to be freed on Friday.",
    "Peru and Chile exchange papers at Arica",
    "Talks between Peru and Chile planned for June 20 in Lima have been postponed.",
    "According to Kenyan President William Ruto, Chad and Sudan will meet in Lima.",
]


def tree_of(text: str) -> Tree:
    (tree,) = parse([text])
    return tree


@pytest.mark.parametrize(
    ("text", "subject", "verb", "lemma"),
    [
        ("Israel-Hamas truce talks stall in Doha", "talks", "stall", "stall"),
        ("Gaza ceasefire talks resume in Cairo", "talks", "resume", "resume"),
        ("Iran-US nuclear talks resume in Vienna", "talks", "resume", "resume"),
        ("Yemen peace talks open in Sweden", "talks", "open", "open"),
        ("Peru and Chile exchange papers at Arica", "Peru", "exchange", "exchange"),
        ("Chad and Sudan swap prisoners in Lima", "Chad", "swap", "swap"),
    ],
)
def test_headline_has_its_verb(text: str, subject: str, verb: str, lemma: str) -> None:
    """What the parser takes for a noun behind "talks", or before what is exchanged."""
    tree = tree_of(text)
    told = word(tree, verb)

    assert ("ROOT", lemma) == (told.dep, told.lemma)
    assert ("nsubj", told.i) == (word(tree, subject).dep, word(tree, subject).head)


@pytest.mark.parametrize(
    ("text", "noun", "lemma"),
    [
        ("Peru agreed to a cessation of hostilities on Friday.", "cessation", "ceasefire"),
        ("Peru declared a suspension of all hostilities.", "suspension", "ceasefire"),
        ("Peru announced the suspension of flights.", "suspension", "suspension"),
    ],
)
def test_cessation_of_hostilities_is_a_ceasefire(text: str, noun: str, lemma: str) -> None:
    """Another name for it, of which everything may be said that is said of the other."""
    assert lemma == word(tree_of(text), noun).lemma


@pytest.mark.parametrize(
    "text",
    ["No Ukraine accord as Trump, Putin wrap up talks", "No Syria deal as Trump, Putin end talks"],
)
def test_two_meet_as_something_else_is_told(text: str) -> None:
    """Of "as A, B meet" the parser makes one who meets alone."""
    tree = tree_of(text)
    one, other = word(tree, "Trump"), word(tree, "Putin")

    assert ("nsubj", "talks") == (one.dep, tree[-1].text)
    assert tree[one.head].lemma in {"wrap", "end"}
    assert ("conj", one.i) == (other.dep, other.head)


@pytest.mark.parametrize(
    ("text", "verb", "noun", "tag"),
    [
        ("Israel, Hezbollah agree to ceasefire", "agree", "ceasefire", "NN"),
        ("Peru has agreed to talks with Chile.", "agreed", "talks", "NNS"),
    ],
)
def test_what_is_agreed_to_is_no_verb(text: str, verb: str, noun: str, tag: str) -> None:
    """A truce, or talks, without an article."""
    tree = tree_of(text)
    agreed = word(tree, noun)

    assert (tag, "pobj", word(tree, "to").i) == (agreed.tag, agreed.dep, agreed.head)
    assert ("prep", word(tree, verb).i) == (word(tree, "to").dep, word(tree, "to").head)


@pytest.mark.parametrize(
    ("text", "noun"),
    [("He cancels tariff on cotton", "tariff"), ("He pulls plug on it", "plug")],
)
def test_what_stands_right_behind_a_verb_is_its_object(text: str, noun: str) -> None:
    """Without its "to" no infinitive follows but a few verbs."""
    tree = tree_of(text)

    assert ("dobj", "NN") == (word(tree, noun).dep, word(tree, noun).tag)


def test_infinitive_behind_help_is_one() -> None:
    """That and a few others take it without its "to"."""
    assert "VB" == word(tree_of("Oman helps free a journalist."), "free").tag


def test_whom_a_headline_tells_to_act_does_not_tell_it() -> None:
    """Though "was" is left out."""
    tree = tree_of("Sudan told to open border")

    assert "nsubjpass" == word(tree, "Sudan").dep


def test_name_between_is_whom_something_is_offered_to() -> None:
    """It is no part of what is offered."""
    tree = tree_of("Peru offered North Korea talks on Friday.")
    korea = word(tree, "Korea")

    assert ("dative", word(tree, "offered").i) == (korea.dep, korea.head)
    assert korea.i == word(tree, "North").head


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("Peru's president met envoys from Kenya, Chad and Sudan on Friday.", "envoys"),
        ("Peru's president received officials from Kenya on Friday.", "officials"),
        ("Peru's president withdrew soldiers from Kenya on Friday.", "withdrew"),
    ],
)
def test_envoys_are_from_whom_they_speak_for(text: str, over: str) -> None:
    """Not so what is taken from somewhere."""
    tree = tree_of(text)

    assert word(tree, over).i == word(tree, "from").head


def test_what_is_to_be_done_is_done_to_its_subject() -> None:
    """As it would be with "will be"."""
    tree = tree_of("The pilots are to be freed on Friday.")
    freed = word(tree, "freed")

    assert "ROOT" == freed.dep
    assert ("nsubjpass", freed.i) == (word(tree, "pilots").dep, word(tree, "pilots").head)


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Peru and Chile planned for June 20 in Lima have been postponed.",
        "The talks planned for Friday were put off.",
    ],
)
def test_what_was_planned_is_what_is_put_off(text: str) -> None:
    """The plan is told of it beside."""
    tree = tree_of(text)
    planned, talks = word(tree, "planned"), next(t for t in tree if t.lemma == "talk")

    assert ("acl", talks.i) == (planned.dep, planned.head)
    assert ("nsubjpass", "ROOT") == (talks.dep, tree[talks.head].dep)


def test_two_who_act_are_no_more_of_whose_word_it_is() -> None:
    """As one who acts is not."""
    tree = tree_of("According to Kenyan President William Ruto, Chad and Sudan will meet in Lima.")
    ruto, chad = word(tree, "Ruto"), word(tree, "Chad")

    assert ("pobj", word(tree, "to").i) == (ruto.dep, ruto.head)
    assert ("nsubj", word(tree, "meet").i) == (chad.dep, chad.head)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Peru offered to host talks between Chad's warring parties.", "host"),
        ("Peru offered on Tuesday to host talks between Chad's warring parties.", "host"),
    ],
)
def test_to_stands_before_a_verb(text: str, verb: str) -> None:
    """Whatever the parser takes either for."""
    tree = tree_of(text)

    assert ("TO", "VB") == (word(tree, "to").tag, word(tree, verb).tag)
    assert "xcomp" == word(tree, verb).dep


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Chad hopes to meet Sudan.", "hope"),
        ("Chad is hoping to meet Sudan.", "hope"),
        ("They were hopping around.", "hop"),
        ("Talks are slated for Friday.", "slate"),
        ("They planned a visit.", "plan"),
        ("Chad does so.", "do"),
    ],
)
def test_verb_is_spelt_as_english_spells_it(text: str, lemma: str) -> None:
    """One of a short vowel doubles its last letter, else it ends in an e."""
    assert lemma in {token.lemma for token in tree_of(text) if token.tag.startswith("VB")}


@pytest.mark.parametrize("text", HEADLINES)
def test_mended_trees_are_trees(text: str) -> None:
    """Every word hangs on the one that has it for a child, one on itself."""
    tree = tree_of(text)

    assert 1 == sum(token.head == token.i for token in tree)
    for token in tree:
        assert token.head == token.i or token.i in tree[token.head].children
        assert all(tree[child].head == token.i for child in token.children)


def test_what_was_planned_is_the_subject() -> None:
    """And not the clause that the parser makes of it."""
    tree = tree_of("Peace talks between Chad and Sudan set for Friday have been postponed.")
    talks = word(tree, "talks")

    assert ("nsubjpass", word(tree, "postponed").i) == (talks.dep, talks.head)
    assert ("acl", talks.i) == (word(tree, "set").dep, word(tree, "set").head)


def test_telling_behind_is_no_second_deed() -> None:
    """However much stands behind it: where and when it was said."""
    tree = tree_of(
        "Rebels storming the town were armed and directed by Sudan, Chad's foreign minister said "
        "in a radio interview on Sunday."
    )

    assert ("ROOT", "ccomp") == (word(tree, "said").dep, word(tree, "were").dep)


@pytest.mark.parametrize(
    "teller",
    [
        "the prime minister, Keir Starmer, said on Tuesday",
        "the US secretary of state, Marco Rubio, told a broadcaster on Tuesday",
        "Ali Yusuf, the Sudanese foreign minister, said",
        "the head of the UN mission, Anna Lind, told the council on Monday",
    ],
)
def test_teller_behind_has_a_post_and_a_name(teller: str) -> None:
    """Neither is more on what stands before them."""
    tree = tree_of(f"Chad must withdraw its forces from Sudan, {teller}.")
    telling = next(t for t in tree if t.text in {"said", "told"})

    assert ("ROOT", "ccomp") == (telling.dep, word(tree, "withdraw").dep)
    assert any(tree[i].dep == "nsubj" for i in telling.children)


def test_teller_behind_a_condition_is_no_second_object() -> None:
    """He is no more imposed than refused."""
    tree = tree_of(
        "The EU will impose new tariffs on Chad if it refuses a truce, the bloc's foreign policy "
        "chief, Kaja Kallas, said on Monday."
    )

    assert ("nsubj", word(tree, "said").i) == (word(tree, "chief").dep, word(tree, "chief").head)
    assert "ccomp" == word(tree, "impose").dep


def test_what_is_told_goes_on_behind_the_teller() -> None:
    """Then he does not tell it all."""
    tree = tree_of("The atmosphere was good, the official said, but there would be no deal.")

    assert "ROOT" == word(tree, "was").dep


WORDS = (
    ", and to on that say tell be talks stall due like would call provided condition should set "
    "planned Friday offered give make clear exchange prisoners minister Ali visit Moscow in year "
    "agreed truce"
).split()


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_what_is_mended_is_a_tree(data: st.DataObject) -> None:
    """Whatever the parser makes of the words: a circle would keep its readers for ever."""
    words = data.draw(st.lists(st.sampled_from(WORDS), min_size=3, max_size=10))

    assert leads_to_a_root(mended(data.draw(trees(words))))


@pytest.mark.parametrize(
    "text",
    [
        "He scraps France visit after Greenland snub",
        "He cancels Rouhani meeting over border row",
        "He pulls out of Iran talks",
        "He pulls out of United States talks",
    ],
)
def test_meeting_behind_a_name_is_no_verb(text: str) -> None:
    """Whom it is with stands in front of it."""
    tree = mended(*parse([text]))
    noun = next(t for t in tree if t.text in {"visit", "meeting", "talks"})
    assert noun.tag in {"NN", "NNS"}
    assert noun.dep in {"dobj", "pobj"}


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Iran and Japan aimed at breaking the deadlock have collapsed.",
        "Talks between Mr Corbyn and Mrs May aimed at breaking the deadlock have collapsed.",
        "Talks between Kenya and Chad intended to end the war were suspended on Thursday.",
    ],
)
def test_what_was_aimed_at_something_is_what_fails(text: str) -> None:
    """It stands between the talks and what is told of them."""
    tree = mended(*parse([text]))
    talks = word(tree, "Talks")
    assert tree[talks.head].text in {"collapsed", "suspended"}
    assert leads_to_a_root(tree)


@pytest.mark.parametrize("day", ["", " on Tuesday", " on Tuesday morning"])
@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("had collapsed", "failed"),
        ("had been suspended", "suspended"),
        ("had reached an impasse", "suspended"),
        ("would resume next week", "planned"),
    ],
)
def test_talks_of_which_somebody_speaks_are_no_verb(day: str, told: str, status: str) -> None:
    """Behind "that" the parser takes them for one."""
    found = talks(f"Japan said{day} that talks with Iran {told}.")

    assert ({"JPN", "IRN"}, status) == ({*roles(found)}, found.status)


def test_day_behind_a_span_is_that_of_the_verb() -> None:
    """No year has a Tuesday of its own."""
    found = talks("Chad and Peru held their first direct talks in a year on Tuesday in Geneva.")

    assert found.when is not None
    assert "2026-02-03" == found.when.start


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("They have called off a shaky truce agreed with Peru in May and struck.", "truce"),
        ("The rebels on Monday called off the truce agreed with Peru in May and left.", "truce"),
        ("Chad sought a truce, agreed to talks and left.", "sought"),
    ],
)
def test_truce_agreed_before_is_no_second_deed(text: str, over: str) -> None:
    """Right behind it stands what had been done to it; behind a comma what is done besides."""
    tree = tree_of(text)

    assert word(tree, over).i == word(tree, "agreed").head
