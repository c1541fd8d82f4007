"""Say who was there in person, with post and role."""

from collections.abc import Iterable, Iterator

from schemas.mention import Person
from schemas.vocabulary import PersonRole, Role
from streams.extract.document import Document
from streams.extract.officials import posts
from streams.extract.talks.delegations import MEDIATOR, Delegate
from streams.extract.talks.happenings import Happening
from streams.extract.talks.sighting import Found, Participant
from streams.extract.talks.speaker import post_of


def find_people(
    document: Document,
    happening: Happening,
    delegates: tuple[Delegate, ...],
    parties: tuple[tuple[Participant, Role], ...],
) -> tuple[Found[Person], ...]:
    """Return each person once, in the order of the text, under the fullest name given."""
    roles = {p.actor: role for p, role in parties}
    found: dict[str, Found[Person]] = {}
    persons = sorted(_all(document, happening, delegates, roles), key=lambda f: f.start)
    for person in persons:
        key = _surname(person.value, persons)
        known = found.get(key)
        if known is None or len(person.value.name) > len(known.value.name):
            found[key] = _merged(known, person)
    return tuple(found.values())


def _surname(person: Person, others: Iterable[Found[Person]]) -> str:
    """Return by what a person is known again: the last word of the fullest name.

    "Kim" is whom another place of the text calls Kim Jong Un, "Sharaa" is "al-Sharaa".
    """
    for other in others:
        named = other.value.name.split()
        if other.value.actor == person.actor and named[0] == person.name and len(named) > 1:
            return named[-1].casefold()
    return person.name.split()[-1].casefold().removeprefix("al-")


def _merged(known: Found[Person] | None, person: Found[Person]) -> Found[Person]:
    """Keep the head of a delegation its head when a fuller name comes later."""
    if known is None or known.value.role != "head":
        return person
    value = person.value
    role: PersonRole | None = "head"
    return Found(
        Person(name=value.name, post=value.post, actor=value.actor, role=role),
        person.start,
        person.end,
    )


def _all(
    document: Document,
    happening: Happening,
    delegates: tuple[Delegate, ...],
    roles: dict[str, Role],
) -> Iterator[Found[Person]]:
    for one in happening.participants:
        if one.person:
            yield _person(document, one, roles.get(one.actor, "party"))
    envoys_meet = not _is_of_leaders(document, happening)
    mediators = [actor for actor, role in roles.items() if role == "mediator"]
    for delegate in delegates:
        actor = delegate.actor
        if actor == MEDIATOR and len(mediators) == 1:
            actor = mediators[0]
        if actor in roles and (delegate.seated or envoys_meet):
            post = post_of(document, delegate.name)
            role: PersonRole = "mediator" if roles[actor] == "mediator" else delegate.role
            yield Found(
                Person(name=delegate.name, post=post, actor=actor, role=role),
                delegate.start,
                delegate.end,
            )


def _is_of_leaders(document: Document, happening: Happening) -> bool:
    """Say whether leaders meet or speak in person, to whom their envoys need not come."""
    calls = happening.sightings[0].sort == "call"
    present = (_person(document, p, "party").value for p in happening.participants if p.person)
    return calls or any(person.role == "leader" for person in present)


def _person(document: Document, one: Participant, role: Role) -> Found[Person]:
    post = post_of(document, one.name) or _known_post(document, one)
    return Found(
        Person(name=one.name, post=post, actor=one.actor, role=_role(post, role)),
        one.start,
        one.end,
    )


def _known_post(document: Document, one: Participant) -> str | None:
    return next((n.post for n in document.names if n.start == one.start), None)


def _role(post: str | None, role: Role) -> PersonRole:
    if role == "mediator":
        return "mediator"
    title = (post or "").casefold()
    if any(title.endswith(p) or f"{p} of" in title for p in posts().head):
        return "head"
    if any(
        title == p or title.endswith(f" {p}") or title.startswith(f"{p} of") for p in posts().leader
    ):
        return "leader"
    return "delegate"
