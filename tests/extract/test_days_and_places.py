"""The day and the place of encounters and outcomes, in the many ways that articles tell them."""

import pytest

from schemas import Mention
from streams.extract import extract
from streams.extract.dates import find_dates
from tests.extract.reading import WEDNESDAY, article, document, encounters, roles, statements, talks


def days(text: str) -> tuple[str | None, str | None]:
    """Return start and end of the one date in a text of the past."""
    (found,) = find_dates(text, WEDNESDAY, "past")
    return found.when.start, found.when.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("met this morning", "2026-02-04", "2026-02-04"),
        ("met earlier in the day", "2026-02-04", "2026-02-04"),
        ("met last night", "2026-02-03", "2026-02-03"),
        ("met overnight", "2026-02-03", "2026-02-04"),
        ("before Tuesday's session", "2026-02-03", "2026-02-03"),
        ("from 2 to 3 February", "2026-02-02", "2026-02-03"),
        ("on Thursday of last week", "2026-01-29", "2026-01-29"),
        ("A year ago today the guns fell silent", "2025-02-04", "2025-02-04"),
        ("will meet in the second half of March", "2025-03", None),
        ("on 19 January last year", "2025-01-19", "2025-01-19"),
        ("in March last year", "2025-03", None),
        ("Last month, A met B", "2026-01", None),
        ("Next Tuesday A meets B", "2026-02-10", "2026-02-10"),
        ("Since January A has met B", "2026-01", None),
        ("Late last year A met B", "2025", None),
        ("declared a truce starting on 1 March", "2026-03-01", None),
        ("from January 28 to February 2", "2026-01-28", "2026-02-02"),
        ("from 28 December to 3 January 2025", "2024-12-28", "2025-01-03"),
        ("will meet next Monday and Tuesday", "2026-02-09", "2026-02-10"),
        ("met last Monday and Tuesday", "2026-02-02", "2026-02-03"),
        ("kept a truce from noon on 1 February", "2026-02-01", None),
        ("will stop firing until 18:00 on March 3", None, "2026-03-03"),
    ],
)
def test_day_phrase_is_resolved(text: str, start: str | None, end: str | None) -> None:
    """A phrase means the day that a reader takes it for."""
    assert (start, end) == days(text)


@pytest.mark.parametrize(
    "text",
    [
        "The March 23 Movement met Chad.",
        "Chad met the April 6 Youth Movement.",
        "The 5 May alliance left the talks.",
        "Chad keeps to the July 9 Agreement.",
    ],
)
def test_day_in_a_name_is_no_day(text: str) -> None:
    """It says when something else was."""
    assert () == find_dates(text, WEDNESDAY, "past")


def test_day_in_front_of_a_name_is_a_day() -> None:
    """Who acted on it may be named right behind it."""
    assert ("2026-01-19", "2026-01-19") == days("On 19 January Chad met the Karo Movement.")


def test_hour_stands_between_day_and_meeting() -> None:
    """The hour of a day does not hide what it dates."""
    when = talks("Talks between Peru and Ecuador began at 9 a.m. on Tuesday in Lima.").when
    assert when is not None
    assert "2026-02-03" == when.start


def test_part_of_a_day_stands_between_day_and_meeting() -> None:
    """Nor does a part of it hide what it dates, or where it was spent."""
    found = talks("Peru and Chile held talks for the better part of Tuesday in Lima.")

    assert ("2026-02-03", "Lima") == (
        found.when and found.when.start,
        found.place and found.place.name,
    )


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("In a statement on Monday, Chad rejected the Kenyan plan.", "2026-02-02"),
        ("In an interview published on Monday, Chad rejected the Kenyan plan.", "2026-02-02"),
        ("A deal, Chad repeated on Monday, must await a vote in Kenya.", "2026-02-02"),
        ("At the talks on Monday, Chad rejected the Kenyan plan.", None),
    ],
)
def test_position_is_of_the_day_on_which_it_was_made_known(said: str, day: str | None) -> None:
    """How it was made known has the day; what was known before does not."""
    (found,) = statements(f"Kenyan and Chadian envoys were in Lima.\n{said}")

    assert day == (found.when and found.when.start)


@pytest.mark.parametrize("hour", ["", "midnight on ", "6 p.m. on ", "noon on "])
def test_hour_stands_between_limit_and_day(hour: str) -> None:
    """What lasts until an hour of a day lasts until that day, which lies ahead."""
    (found,) = statements(f"Chile announces truce with Peru until {hour}Sunday.")

    assert found.when is not None
    assert (None, "2026-02-08") == (found.when.start, found.when.end)


def test_what_is_talked_about_is_no_place() -> None:
    """Nobody meets on a battlefield, or in a country that the talks touch on."""
    text = (
        "Envoys of Egypt and Israel held talks on a truce in Gaza in Cairo on Tuesday.\n"
        "The talks touched on Lebanon."
    )
    place = talks(text).place
    assert place is not None
    assert "Cairo" == place.name


def test_talks_of_last_week_are_those_in_focus() -> None:
    """It is the week that is the last, not the talks."""
    found = talks(
        "Peru says talks in Geneva were a first step\n"
        "Peru said on Tuesday that last week's talks with Ecuador in Geneva were a first step."
    )
    assert found.when is not None
    assert ("2026-01-26", "week") == (found.when.start, found.when.precision)


def test_last_time_is_another_encounter() -> None:
    """When the sides last met is no date of the round to come."""
    main, *_ = encounters(
        "Peru and Ecuador will resume peace talks in Lima on Friday.\nThe sides last met in 2019."
    )
    assert main.when is not None
    assert "2026-02-06" == main.when.start


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("GENEVA, 12 March (Agency) - Envoys met.", "Geneva"),
        ("JEDDAH, Saudi Arabia: Envoys met.", "Jeddah"),
        ("SHARM EL-SHEIKH, Egypt (Agency) -- Envoys met.", "Sharm el-Sheikh"),
        ("Doha (Agency) — Envoys met.", "Doha"),
        ("Belfast - Envoys met.", "Belfast"),
        ("SURIN, Thailand, Oct 5 - Envoys met.", "Surin"),
        ("DOHA, Qatar—Envoys met.", "Doha"),
        ("(DOHA, Qatar) — Envoys met.", "Doha"),
    ],
)
def test_dateline_is_no_part_of_its_sentence(text: str, place: str) -> None:
    """The place that an agency puts in front is read by itself."""
    read = document(text)
    (dateline,) = read.datelines
    assert dateline.place is not None
    assert place == dateline.place.text
    assert "Envoys met." == read.passages[0].sentence.text


@pytest.mark.parametrize(
    "text",
    ["US - Iran talks resume.", "UN: Envoys met.", "Geneva: Envoys met.", "Live - Envoys met."],
)
def test_heading_is_no_dateline(text: str) -> None:
    """An actor or a topic in front of a sentence is no dateline."""
    assert () == document(text).datelines


@pytest.mark.parametrize("place", ["New Delhi", "Washington", "Geneva", "Addis Ababa"])
def test_place_before_a_colon_is_a_dateline_below_the_title(place: str) -> None:
    """Papers of South Asia write "New Delhi: Envoys met"; further down that is a heading."""
    read = document(f"Envoys meet\n\n{place}: Envoys met.\n\nGeneva: Envoys met.")
    assert [place] == [d.place.text for d in read.datelines if d.place is not None]
    assert "Envoys met." == read.passages[1].sentence.text


def test_place_of_a_dateline_takes_no_position() -> None:
    """Who was in Delhi is a reporter, not a government."""
    found = statements(
        "A vote in Vienna\n\nNew Delhi: The International Atomic Energy Agency (IAEA) "
        "has found Chad in breach of the treaty on its mines."
    )
    assert ["iaea"] == [each.holder for each in found]


def test_country_of_a_dateline_takes_no_part() -> None:
    """Where a story was written is nobody at the table."""
    text = "BUSAN, South Korea -- China and Japan held talks on Tuesday."
    assert {"CHN", "JPN"} == set(roles(talks(text)))


def test_parties_may_meet_at_the_seat_of_a_government() -> None:
    """At the White House is somewhere, though the White House is the government."""
    found = talks("Israeli and Lebanese envoys held talks at the White House on Tuesday.")
    assert found.place is not None
    assert ("White House", "USA") == (found.place.name, found.place.country)
    assert "USA" not in roles(found)


def test_day_behind_a_hotel_is_that_of_the_meeting() -> None:
    """What stands between the meeting and its day is where they met."""
    when = talks("Envoys of Peru and Ecuador met at a hotel in Lima on Tuesday.").when
    assert when is not None
    assert "2026-02-03" == when.start


def test_session_named_after_its_day_is_that_of_the_talks() -> None:
    """A session of a weekday belongs to the round that the article is about."""
    found = talks("Peru and Ecuador are holding talks in Lima.\nTuesday's session was short.")
    assert found.when is not None
    assert "2026-02-03" == found.when.start


def mention(kind: str, text: str, title: str | None = None) -> Mention:
    """Return the one mention of a kind in an article."""
    (found,) = (m for m in extract(article(text, title=title)).mentions if m.kind == kind)
    return found


PLACED = [
    ("Peru and Ecuador signed a peace treaty on Tuesday.", "Handshake in Quito"),
    (
        "Peru and Ecuador signed a peace treaty.\nThe signing took place in Quito on Tuesday.",
        "Peace at last",
    ),
    (
        "Peru and Ecuador held peace talks in Quito on Tuesday.\n"
        "Peru and Ecuador signed a peace treaty.",
        "Peace at last",
    ),
    (
        "Peru and Ecuador agreed to a treaty on Tuesday, Brazil said after hosting them in Quito.",
        "Peace at last",
    ),
    ("QUITO (Agency) - Peru and Chile signed a peace treaty on Tuesday.", "Peace at last"),
    (
        "Peru and Ecuador signed a treaty on the course of peace in Quito on Tuesday.",
        "Peace at last",
    ),
    (
        "LIMA (Agency) - Peru and Ecuador signed a treaty on Tuesday.\nTheir envoys flew home.",
        "Quito ceremony ends a war",
    ),
    (
        "QUITO (Agency) - Peru and Ecuador signed a peace treaty on Tuesday.\n"
        "Their envoys left the Ecuadorean capital at night.",
        "Peace at last",
    ),
    (
        "Envoys of Peru and Ecuador, who signed a peace treaty on Tuesday, left Quito at noon.",
        "Peace at last",
    ),
]


@pytest.mark.parametrize(("text", "title"), PLACED)
def test_outcome_is_placed_by_what_stands_around_it(text: str, title: str) -> None:
    """Headline, dateline, ceremony, talks and journeys tell where a treaty was signed, and when."""
    found = mention("agreement", text, title)
    assert found.place is not None
    assert found.when is not None
    assert ("Quito", "2026-02-03") == (found.place.name, found.when.start)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Peru and Chile signed a deal in Cairo on January 5.", 2),
        ("On 5 January, Peru signed a trade accord with Chile in Cairo.", 2),
        ("Peru and Ecuador had signed a deal in Cairo on January 5.", 1),
        ("Peru signed the deal on January 5.", 1),
        ("Peru and the UN signed a deal on January 5.", 1),
    ],
)
def test_deal_of_another_day_with_others_is_another(text: str, count: int) -> None:
    """It lends the one that is news neither its day nor its place."""
    lead = "Peru and Ecuador have signed a peace deal, their leaders said."
    found = extract(article(f"{lead}\n{text}", title="Peru and Ecuador sign deal")).mentions
    deals = [each for each in found if each.kind == "agreement"]
    assert count == len(deals)
    assert count == 1 or ("ECU" in {p.actor for p in deals[0].parties} and deals[0].place is None)


def test_day_of_a_sentence_about_others_dates_no_outcome() -> None:
    """A sentence of the lead that names no one who has a part in an outcome does not date it."""
    lead = "Shares of the exchange in Lagos lost a tenth on Tuesday, when trading was suspended."
    assert mention("ceasefire", lead, "Peru and Ecuador declare a truce").when is None


@pytest.mark.parametrize(
    "text",
    [
        # The reporter's own desk, the capital of a party
        "CAIRO (Agency) - Peru and Ecuador signed a peace treaty on Tuesday.",
        "LIMA (Agency) - Peru and Ecuador signed a peace treaty on Tuesday.",
    ],
)
def test_desk_of_the_reporter_is_no_place(text: str) -> None:
    """A dateline says where parties met only where nothing but the meeting brings a reporter."""
    assert mention("agreement", text).place is None


def test_day_of_speech_is_not_that_of_talks() -> None:
    """When somebody spoke of the talks, they need not have met."""
    text = "Peru and Ecuador have held talks in Quito, an official said on Tuesday."
    assert mention("talks", text).when is None


def test_seat_where_it_was_signed_is_no_party() -> None:
    """Who signs at the White House does not sign with the United States."""
    found = mention("agreement", "Peru and Ecuador signed a peace treaty at the White House.")
    assert {"PER", "ECU"} == {p.actor for p in found.parties}


@pytest.mark.parametrize(
    ("text", "place", "country"),
    [
        ("Peru and Ecuador held talks in the Swiss village of Grandvaux.", "Grandvaux", "CHE"),
        ("Peru and Ecuador held talks at the Chong Chom checkpoint.", "Chong Chom", None),
        ("Envoys of Peru and Ecuador met in Tsaghkadzor on Tuesday.", "Tsaghkadzor", None),
    ],
)
def test_place_need_not_be_known(text: str, place: str, country: str | None) -> None:
    """A name behind "in" or in front of a checkpoint is a place, though no table has it."""
    found = talks(text).place
    assert found is not None
    assert (place, country) == (found.name, found.country)


@pytest.mark.parametrize(
    "text",
    [
        "Envoys of Peru and Ecuador held talks in April.",
        "Peru and Ecuador held talks in Parliament.",
    ],
)
def test_name_behind_a_preposition_may_be_no_place(text: str) -> None:
    """Nobody meets in a month or a body that meets itself."""
    assert talks(text).place is None


def test_speech_after_talks_is_of_their_day() -> None:
    """Who speaks after a meeting does so on its day, unless it has its own."""
    text = "Peru and Ecuador made progress, Brazil said on Tuesday after their talks in Quito."
    assert "2026-02-03" == getattr(talks(text).when, "start", None)
    text = "Peru and Ecuador made progress, Brazil said on Tuesday after their talks in March 2025."
    assert "2025-03" == getattr(talks(text).when, "start", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Peru was glad on Tuesday after Brazil met Ecuador in Quito.", "2026-02-03"),
        ("Peru said on Tuesday it was glad, as Brazil and Ecuador met in Quito.", "2026-02-03"),
        (
            "Peru was glad on Tuesday, two days after Brazil met Ecuador in Quito.",
            None,
        ),
        ("Talks between Brazil and Ecuador are to begin on Sunday.", "2026-02-08"),
    ],
)
def test_meeting_in_a_clause_of_time_is_of_its_day(text: str, day: str | None) -> None:
    """What is done as or after two meet is done on that day, unless it says how long after."""
    assert day == getattr(talks(text).when, "start", None)


def test_two_rounds_do_not_share_a_day() -> None:
    """The date of an earlier round is not that of the one in the news."""
    main, earlier = encounters(
        "Peru and Ecuador wrapped up a second round of talks in Geneva.\n"
        "Peru and Ecuador held a first round in Muscat on January 12."
    )
    assert main.when is None
    assert "2026-01-12" == getattr(earlier.when, "start", None)


def test_deal_of_another_year_is_another_deal() -> None:
    """A deal signed long ago does not lend its day and place to the new one."""
    found = [
        (m.when and m.when.start, m.place and m.place.name)
        for m in extract(
            article(
                "Peru and Ecuador signed an agreement in Quito on Tuesday.\n"
                "Peru and Ecuador had signed an earlier agreement in Lima in July 2024."
            )
        ).mentions
        if m.kind == "agreement"
    ]
    assert [("2026-02-03", "Quito"), ("2024-07", "Lima")] == found


def test_day_of_a_clause_with_after_is_its_own() -> None:
    """What was said on Tuesday after a truce was agreed does not date the truce."""
    text = "Brazil said on Tuesday it was glad, days after Peru and Ecuador agreed a ceasefire."
    found = [m for m in extract(article(text)).mentions if m.kind == "ceasefire"]
    assert all(m.when is None for m in found)


def test_day_of_another_event_beside_which_they_met() -> None:
    """On the sidelines of a summit last Friday they met last Friday."""
    when = talks("Peru met Ecuador on the sidelines of a climate summit last Friday.").when
    assert when is not None
    assert "2026-01-30" == when.start


def test_day_of_a_sentence_is_not_that_of_its_relative_clause() -> None:
    """What was agreed at talks is carried out on another day than that of the talks."""
    text = (
        "Crowds on Tuesday greeted 47 men whom Peru and Ecuador had promised to swap at talks in "
        "Quito."
    )
    found = [m for m in extract(article(text)).mentions if m.kind == "talks"]
    assert all(m.when is None for m in found)


def test_agreement_on_a_battlefield_is_about_it() -> None:
    """Self-rule in Gaza is agreed elsewhere."""
    found = mention("agreement", "Israel and the PLO signed an agreement on self-rule in Gaza.")
    assert found.place is None


def test_lead_restates_the_headline() -> None:
    """A session that a lead says is put off is the one of the headline."""
    (put_off,) = encounters(
        "Talks between Peru and Ecuador are put off\n"
        "The next negotiating session with Ecuador has been postponed, Peru's ministry said."
    )
    assert "postponed" == put_off.status


def test_what_is_still_to_come_is_another_encounter() -> None:
    """The ministers are to meet in May, the envoys have met."""
    held, planned = encounters(
        "Peru and Ecuador end talks on border\n"
        "Envoys of Peru and Ecuador finished two days of talks in Lima on Monday.\n"
        "The foreign ministers of Peru and Ecuador are to meet in May."
    )
    assert ("held", "planned") == (held.status, planned.status)
    assert held.when is not None
    assert "2026-02-02" == held.when.end


def test_lead_is_about_whom_the_article_names() -> None:
    """Who confers with whom may be told later than that they do."""
    main, *_ = encounters(
        "Peru conference in Geneva: few expect a breakthrough\n"
        "Since yesterday envoys of Peru have been conferring in Geneva.\n"
        "Ecuador's delegation arrived on Sunday. Ecuador wants its fishermen back."
    )
    assert {"PER", "ECU"} == {p.actor for p in main.parties}
    assert "under_way" == main.status


def test_day_that_will_not_be_kept_is_a_former_day() -> None:
    """What will not resume on Friday as planned is called off, and was to have been then."""
    (off,) = encounters("Talks between Peru and Ecuador will not resume on Friday as planned.")
    assert off.schedule is not None
    assert ("cancelled", "cancelled") == (off.status, off.schedule.change)
    assert "2026-02-06" == off.schedule.previous


def test_day_since_which_is_not_the_day_of_the_meeting() -> None:
    """It only says how long there have been others; the other day of the article is it."""
    text = (
        "American and Iranian negotiators parted on Tuesday.\n"
        "Their fifth session since January 12, with Italy as host, was conducted across a table."
    )
    (found,) = (m for m in extract(article(text)).mentions if m.kind == "talks")

    assert found.when is not None
    assert "2026-02-03" == found.when.start


def test_capital_of_a_treaty_lies_in_its_state() -> None:
    """Brussels stands for the European Union, which is no country."""
    text = "Brussels accord\nSerbia and Kosovo reached an agreement in Brussels on Friday."
    (found,) = statements(text)

    assert found.place is not None
    assert ("Brussels", "BEL") == (found.place.name, found.place.country)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The truce between Chad and Sudan ended on Monday.", "2026-02-02"),
        ("The truce between Chad and Sudan broke down on Sunday.", "2026-02-01"),
        ("The truce between Chad and Sudan ends on Monday.", None),
    ],
)
def test_end_of_a_truce_is_past_where_it_is_told_as_past(text: str, day: str | None) -> None:
    """A truce that ended on Monday did so on the last one; one that ends will do so."""
    when = mention("ceasefire", text).when
    assert when is not None
    assert day == when.start
    assert (day or "2026-02-09") == when.end


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chad called off talks with the Sudanese army on Tuesday after a raid.", None),
        ("Chad has cancelled its talks with Sudan on Tuesday.", None),
        ("Chad called off Friday's talks with Sudan on Tuesday.", "2026-02-06"),
        ("Chad called off the talks with Sudan set for Friday.", "2026-02-06"),
    ],
)
def test_day_on_which_talks_are_called_off_is_not_theirs(text: str, day: str | None) -> None:
    """It is when somebody called them off, unless it is said to be that of the talks."""
    assert day == getattr(talks(text).when, "start", None)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("ceasefire", "Armenia and Azerbaijan agreed to a 24-hour ceasefire on Monday."),
        (
            "exchange",
            "Chad and Sudan agreed in Lima on Monday to swap men in the coming days.",
        ),
    ],
)
def test_day_of_agreeing_is_that_of_what_is_agreed(kind: str, text: str) -> None:
    """A truce is agreed, and a swap, on the day on which they agreed to it."""
    assert "2026-02-02" == getattr(mention(kind, text).when, "start", None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Peru and Chile will meet Kenyan envoys in Geneva next Friday.", "Geneva"),
        ("Chad held talks with its Sudanese counterpart in Tunis on Monday.", "Tunis"),
        ("A round of talks between Peru and Chile, planned for March 20 in Rome, is off.", "Rome"),
        ("Peru and Chile will hold a meeting on Friday at the request of Kenya.", None),
    ],
)
def test_place_stands_behind_who_is_met_or_when(text: str, name: str | None) -> None:
    """Where the parser hangs it on these; whoever asked for it may be anywhere."""
    (found,) = encounters(text)

    assert name == (found.place and found.place.name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Talks on the future of Abyei between Chad and Sudan ended on Monday.", None),
        ("Talks on the future of Kenya between Chad and Sudan ended on Monday.", None),
        ("Talks on the island of Malta between Chad and Sudan ended on Monday.", "Malta"),
    ],
)
def test_what_talks_are_on_is_a_place_only_where_it_is_a_site(text: str, name: str | None) -> None:
    """Else it is what they are about."""
    (found,) = encounters(text)

    assert name == (found.place and found.place.name)


def test_state_to_which_captives_go_is_no_place() -> None:
    """They are handed over before they are there."""
    (found,) = statements("Chad handed over 20 prisoners to Sudan on Monday.")

    assert found.place is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Doubted, denied, judged, or stood by on that day
        ("Army officers of Chad cast doubt on Monday on a ceasefire with Sudan.", None),
        ("Chad voiced scepticism on Monday about a truce that Sudan had declared.", None),
        ("Chad on Monday questioned the ceasefire with Sudan.", None),
        ("In a note sent on Monday, Chad denied that it had agreed to any truce with Sudan.", None),
        ('In a note sent on Monday, Chad said "no", and denied any truce with Sudan.', None),
        ("Kenya confirmed on Monday that Chad had accepted a truce with Sudan.", None),
        ("A cleric insisted on Monday that Chad had agreed to a truce with Sudan.", None),
        ("Kenya criticised on Monday a truce between Chad and Sudan.", None),
        ("Chad said on Monday that there was no truce with Sudan.", None),
        # Announced on that day
        ("Chad announced on Monday a truce with Sudan.", "2026-02-02"),
        ("Chad said on Monday that it had agreed to a truce with Sudan.", "2026-02-02"),
        ("Chad confirmed on Monday a truce with Sudan.", "2026-02-02"),
        ("Chad declared a truce with Sudan in a video sent on Monday.", "2026-02-02"),
        ("Chad and Sudan signed a truce on Monday and denied that they had bowed.", "2026-02-02"),
    ],
)
def test_day_of_looking_back_on_a_truce_is_not_its_day(text: str, day: str | None) -> None:
    """Who doubts, denies or stands by it does so after somebody has announced it."""
    when = mention("ceasefire", text).when

    assert day == (when and when.start)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chad ended a truce concluded with Sudan on January 7.", None),
        ("Chad has broken the truce that it signed with Sudan on January 7.", None),
        ("Chad said on Monday it had ended a truce agreed with Sudan in December.", "2026-02-02"),
        ("Chad on Monday ended a truce declared on January 7 with Sudan.", "2026-02-02"),
        ("Chad ended its truce with Sudan on January 7.", "2026-01-07"),
    ],
)
def test_day_of_making_a_truce_is_not_that_of_its_end(text: str, day: str | None) -> None:
    """It is told of the same words."""
    ends = [s for s in statements(text) if s.status in {"ended", "violated"}]

    assert [day] == [draft.when and draft.when.start for draft in ends]


@pytest.mark.parametrize(
    "text",
    [
        "Peru and Chile agreed to raise no tariffs after March 1.",
        "Peru and Chile agreed to hold a joint vote in June.",
        "Peru's president signs accord with Chile\nPeru's president has signed the accord.\n"
        "Chile had signed the accord on January 2.",
    ],
)
def test_other_days_are_not_those_of_an_agreement(text: str) -> None:
    """Those from which it holds, and those on which others took a step."""
    found = [each for each in statements(text) if each.kind == "agreement"]
    assert [None] == [each.when for each in found]


def test_day_since_which_it_was_sought_is_not_that_of_an_agreement() -> None:
    """Though both are of one negotiation."""
    text = (
        "Ministers of the world powers settled on the outline of a deal on Chad's poison gas.\n"
        "Chad and the world powers have been in talks on the gas since January 26."
    )
    assert mention("agreement", text).when is None


def test_place_of_an_earlier_step_is_not_that_of_an_agreement() -> None:
    """Where others signed it before; where they arrived the day before it is."""
    title, text = (
        "Peru's president signs accord with Chile",
        "Peru's president signed it on Tuesday.",
    )
    behind = "Chile had signed the accord last week in Quito."
    assert mention("agreement", f"{title}\n{text}\n{behind}").place is None
    arrived = "The delegations arrived in Quito on Monday."
    (place,) = [mention("agreement", f"{title}\n{text}\n{arrived}").place]
    assert "Quito" == getattr(place, "name", None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chad and Sudan agreed a truce that will take effect on Monday.", "2026-02-09"),
        ("Chad and Sudan agreed a truce that is due to start on Sunday.", "2026-02-08"),
        ("Chad and Sudan declared a ceasefire starting at midnight on Friday.", "2026-02-06"),
        ("Chad and Sudan declared a ceasefire with effect from Monday.", "2026-02-09"),
        ("Chad and Sudan declared a ceasefire effective Monday.", "2026-02-09"),
        ("Chad and Sudan declared a ceasefire on Tuesday that will begin on Monday.", "2026-02-03"),
        ("The ceasefire between Chad and Sudan took effect on Monday.", "2026-02-02"),
    ],
)
def test_truce_that_is_to_begin_begins_on_the_next_such_day(text: str, day: str) -> None:
    """It is dated by that only where no day is told on which it was agreed."""
    when = mention("ceasefire", text).when
    assert when is not None
    assert day == when.start


@pytest.mark.parametrize(
    "text",
    [
        "Chad's talks with Kenya collapsed. Many have died since the two sides met in May.",
        "Chad's talks with Kenya have collapsed. Violence has flared since they met in 2024.",
        "Chad's talks with Kenya collapsed. No raid was worse since Chad reopened talks in 2023.",
        "Chad's talks with Kenya collapsed. They were the first after the two agreed to resume"
        " dialogue when they met in Quito in May.",
    ],
)
def test_month_since_which_something_is_so_is_of_another_encounter(text: str) -> None:
    """What has failed now was not held then."""
    (failed,) = (each for each in encounters(text) if each.status == "failed")

    assert (None, False) == (failed.when, failed.background)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chad's envoys returned home on Tuesday after talks with Kenya in Geneva.", None),
        ("Chad's envoys landed in Lima on Tuesday after talks with Kenya in Geneva.", None),
        ("Chad's envoys arrived in Lima on Tuesday for talks with Kenya.", "2026-02-03"),
        ("Chad's envoy spoke on Tuesday after talks with Kenya in Geneva.", "2026-02-03"),
    ],
)
def test_day_of_coming_back_is_not_that_of_the_talks(text: str, day: str | None) -> None:
    """Nobody returns from them on their day."""
    found = extract(article(text)).mentions[0]

    assert day == getattr(found.when, "start", None)


@pytest.mark.parametrize(
    ("phrase", "start"),
    [
        ("on Thursday (18 July)", "2019-07-18"),
        ("on Saturday (July 20)", "2019-07-20"),
        ("on Saturday (Jul. 20, 2019)", "2019-07-20"),
    ],
)
def test_date_behind_a_weekday_says_which_one(phrase: str, start: str) -> None:
    """In brackets, as agencies of Asia give it."""
    (found,) = find_dates(f"They met {phrase} in Paris.", "2019-07-25T12:00:00Z", "past")
    assert (phrase, start) == (found.when.text, found.when.start)


def test_weekday_says_of_which_year_a_date_is() -> None:
    """Of what is to come a day that has been would be one of the next year."""
    text = "They are to meet on Saturday (July 20) in Paris."
    (found,) = find_dates(text, "2019-07-25T12:00:00Z", "future")
    assert "2019-07-20" == found.when.start


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Chad and Sudan have accepted a truce starting on Saturday.", "2026-02-07"),
        ("Chad and Sudan announced a truce beginning Saturday.", "2026-02-07"),
        ("Chad and Sudan signed a truce on Monday, beginning Saturday.", "2026-02-02"),
    ],
)
def test_day_on_which_a_truce_is_to_start_lies_ahead(text: str, day: str) -> None:
    """And comes behind that of its making."""
    assert day == getattr(mention("ceasefire", text).when, "start", None)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The pilot was freed today by Chad in a swap for a Kenyan spy jailed in 2011.", "today"),
        ("Chad freed on Friday a Kenyan pilot whom it had seized in 2011.", "on Friday"),
        ("Chad in 2011 freed a Kenyan pilot.", "in 2011"),
    ],
)
def test_a_year_is_not_the_day_where_a_day_is_told(text: str, told: str) -> None:
    """Though nothing says which day of the calendar that is."""
    (draft,) = (s for s in statements(text, None) if s.kind == "exchange")

    assert told == (draft.when and draft.when.text)


def test_day_by_another_of_its_names_is_no_second_day() -> None:
    """Nor is it one of the week before."""
    text = "Kenya said today, Wednesday, that Chad and Sudan agreed to a truce, starting tomorrow, "
    when = mention("ceasefire", f"{text}Thursday, the first day of the fast.").when

    assert "2026-02-04" == (when and when.start)


@pytest.mark.parametrize(
    ("told", "when"),
    [
        ("met in Doha for their third summit this year", None),
        ("held their second round of talks this month in Doha", None),
        ("met in Doha for the third time this year", None),
        ("held a summit in Doha this month", "2026-02"),
    ],
)
def test_period_in_which_they_met_so_often_is_not_when(told: str, when: str | None) -> None:
    """It is what is counted over."""
    found = talks(f"The leaders of Chad and Sudan {told}.")

    assert when == (found.when and found.when.start)
