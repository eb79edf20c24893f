"""What happens to one inbound message, in the order of responsibility.

First match wins: safety, the pause of a talk, stop words, a task named in words, a button, an
invitation's code, consent, a slash command, what the person was just asked for, the open dialog, a
command, the FAQ, a human. Runs inside one unit of work; nothing is sent here.
"""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from desk import (
    acts,
    arriving,
    beside_talk,
    commands,
    danger,
    focus,
    handing_over,
    interrupting,
    lives,
    meaning,
    questions,
    reach,
    stopping,
    tasks_named,
    toolbox,
    walk,
    welcome,
    zones,
)
from desk.visit import WEB, Visit
from desk.wording import Wording
from desk.world import World
from knowledge import safety
from knowledge.folding import fold
from store import inbox, outbox, people
from store.inbox import Received
from store.outbox import Pressed
from store.people import Part, Person
from store.work import Tx

SIGN_EVERY = timedelta(minutes=1)  # how finely the last sign of life is kept


def handle_next(tx: Tx, world: World, person: int, now: datetime) -> set[str] | None:
    """Handles the person's oldest waiting message; None when none waits.

    Returns the channels by which something is to leave now, to whomever.

    The person's row is locked first, so that no other process handles them at the same time.
    """
    found = inbox.next_waiting(tx, person)
    if found is None:
        return None
    ways: set[str] = set()
    received, origin = found.received, f"in:{found.received.id}"
    part = found.part or spoken_part(tx, found.person)
    if part is not None:
        visit = Visit(tx, world, found.person, part, now, origin)
        visit.open_session, visit.ways = found.session, ways
        visit.channel, visit.address = received.channel, received.body.get("address")
        _decide(visit, received)
    inbox.done(tx, received.id)
    return ways


def _visit(tx: Tx, world: World, person: Person, now: datetime, origin: str) -> Visit | None:
    part = spoken_part(tx, person)
    return None if part is None else Visit(tx, world, person, part, now, origin)


def _spoken(person: Person, parts: list[Part]) -> Part:
    return next((part for part in parts if part.id == person.part), parts[0])


def spoken_part(tx: Tx, person: Person) -> Part | None:
    """The part a person speaks in now, when they have any."""
    parts = people.parts(tx, person.id)
    return _spoken(person, parts) if parts else None


def _decide(visit: Visit, received: Received) -> None:
    if visit.person.channel != received.channel:
        reach.came_by(visit, received.channel)
    _sign_of_life(visit)
    body = received.body
    text = str(body.get("text") or "").strip()
    if text and (found := safety.assess(text)) is not None:
        danger.respond(visit, found, text)
    elif text and (
        beside_talk.paused(visit, text)
        or stopping.understood(visit, text)
        or _names_a_task(visit, text, body)
    ):
        return
    elif (key := body.get("button") or _typed_button(visit, text, body)) is not None:
        _press(visit, str(key))
    elif body.get("code"):
        arriving.invited(visit, str(body["code"]))
    elif visit.person.consent_at is None:
        if _still_in_danger(visit, text):
            focus.take(visit, text)
        elif not commands.language(visit, text):
            welcome.remind_of_consent(visit)
    else:
        heard = danger.heard(visit)
        _free(visit, text, body)
        danger.hears_on(visit, heard)


def _names_a_task(visit: Visit, text: str, body: dict[str, Any]) -> bool:
    agreed = visit.person.consent_at is not None
    return agreed and not body.get("edited") and tasks_named.understood(visit, text)


def _still_in_danger(visit: Visit, text: str) -> bool:
    """Whoever called for help before agreeing to anything is still listened to."""
    return bool(text) and danger.is_heard(visit)


TEXT_LIMIT = 4000


def _free(visit: Visit, text: str, body: dict[str, Any]) -> None:
    if body.get("contact"):
        reach.contact(visit, str(body["contact"]), own=bool(body.get("own")))
        return
    if body.get("edited"):
        visit.say(visit.t("edited"))
        return
    if commands.slash(visit, text):
        return
    if len(text) > TEXT_LIMIT and (visit.person.focus or not walk.is_open(visit)):
        visit.say(visit.t("too-long", limit=TEXT_LIMIT, actual=len(text)))
        return
    if _turns_from_what_was_asked(visit, text):
        visit.focus(None)
    if focus.take(visit, text):
        return
    if _turns_elsewhere(visit, text):
        if _shown_beside(visit, text):
            return
        visit.put_aside()
    if interrupting.taken(visit, text):
        return
    if walk.take(visit, text, attachment=body.get("attachment")):
        return
    if not text:
        visit.say(visit.t("attachment" if body.get("attachment") else "empty"))
        return
    if not any(take(visit, text) for take in UNDERSTOOD):
        handing_over.ask(visit, text)


UNDERSTOOD = (
    toolbox.titled,
    commands.word,
    toolbox.named,
    lives.understood,
    zones.understood,
    beside_talk.understood,
    toolbox.part_named,
)


def _turns_from_what_was_asked(visit: Visit, text: str) -> bool:
    """Where a date or numbers were asked for, a command is none; the menu is nobody's answer to
    anything."""
    asked = visit.person.focus
    if not asked or len(text) > acts.LABEL_LIMIT:
        return False
    if asked["on"] == danger.HEARD:
        return not text or _is_command(visit, text) or commands.thanks(text)
    return commands.leads_out(text) or (
        asked["on"] in focus.DATES_OR_NUMBERS and commands.is_work(text)
    )


def _is_command(visit: Visit, text: str) -> bool:
    """Words that as a whole can only be meant to have something done."""
    return (
        commands.is_work(text)
        or commands.leads_out(text)
        or lives.is_meant(visit, text)
        or zones.is_meant(text)
        or toolbox.is_named(visit, text)
    )


def _turns_elsewhere(visit: Visit, text: str) -> bool:
    """The menu leads out of any dialog; a command or a question we can answer leads out of a
    check-in that nobody asked for and nobody has begun to answer."""
    if not walk.is_open(visit) or len(text) > acts.LABEL_LIMIT:
        return False
    if commands.leads_out(text):
        return True
    return walk.is_unbegun(visit) and (_is_command(visit, text) or questions.knows(visit, text))


def _shown_beside(visit: Visit, text: str) -> bool:
    """What only shows something leaves the open question open: it is asked once more, so that the
    answer to it reaches nobody else."""
    kept = visit.open_session
    if kept is None or commands.leads_out(text):
        return False
    if commands.only_shows(text):
        commands.word(visit, text)
    elif not _is_command(visit, text):
        handing_over.ask(visit, text)
    else:
        return False
    walk.again(visit, kept)
    return True


def _sign_of_life(visit: Visit) -> None:
    last = visit.person.last_sign_at
    if visit.person.consent_at is None:
        return
    if last is None or abs(visit.now - last) > SIGN_EVERY:
        visit.refresh(last_sign_at=visit.now)


def _typed_button(visit: Visit, text: str, body: dict[str, Any]) -> str | None:
    """What is corrected in an older message taps nothing."""
    return None if body.get("edited") else _typed_label(visit, text)


def _typed_label(visit: Visit, text: str) -> str | None:
    """The key of the newest message's button whose label was typed instead of tapped.

    The open dialog reads typed answers itself, more leniently, so it is left alone, unless the
    newest message asks whether the person is safe. Who was asked for words may well write "1".
    """
    if not text or len(text) > acts.LABEL_LIMIT or (visit.person.focus and text.isdigit()):
        return None
    if walk.is_open(visit) and _answers_danger(visit, text):
        offered = outbox.last_offer(visit.tx, visit.person)
        return acts.match_label([(each.label, each.key) for each in offered], text)
    return meaning.meant(visit, text)


def _answers_danger(visit: Visit, text: str) -> bool:
    """Looked up only for words that could be meant so: most answers need no look at all."""
    if fold(text).replace(",", " ").strip(" .!").split(" ")[0] not in _danger_words(visit.t):
        return False
    labels = [(visit.t(key), key) for key in danger.ANSWERS]
    meant = not text.isdigit() and acts.match_label(labels, text)
    return bool(meant) and danger.was_asked(visit)


@lru_cache
def _danger_words(t: Wording) -> frozenset[str]:
    """The first words of the labels, in one language."""
    return frozenset(fold(t(key)).replace(",", " ").split()[0] for key in danger.ANSWERS)


def _press(visit: Visit, key: str) -> None:
    pressed = outbox.pressed(visit.tx, visit.person, key)
    if pressed is None:
        visit.say(visit.t("button-unknown"))
    elif visit.person.consent_at is None and pressed.action.get("do") not in acts.BEFORE_CONSENT:
        welcome.remind_of_consent(visit)
    else:
        visit.pressed, heard = pressed, danger.heard(visit)
        acts.perform(visit, pressed.action)
        danger.hears_on(visit, heard)
        if acts.is_answered(pressed.action) and visit.channel not in (None, WEB) and visit.pressed:
            _close(visit, visit.pressed)


def _close(visit: Visit, pressed: Pressed) -> None:
    """A question that has been answered shows its answer instead of its buttons."""
    outbox.put_edit(
        visit.tx,
        visit.person,
        row=pressed.outbox,
        chosen=pressed.label,
        channel=str(visit.channel),
        now=visit.now,
    )


def in_danger(tx: Tx) -> frozenset[int]:
    """Who has a message waiting that speaks of danger: their turn comes first."""
    return frozenset(
        person for person, text in inbox.texts_waiting(tx) if text and safety.assess(text)
    )


def put_aside(tx: Tx, world: World, person: int, row: int, now: datetime) -> None:
    """Leaves a message unread, of somebody who writes much faster than can be answered."""
    inbox.put_aside(tx, row)
    found = people.load(tx, person)
    visit = found and _visit(tx, world, found, now, f"fast:{person}:{now:%Y%m%d%H%M}")
    if visit:  # the key says it at most once a minute
        visit.say(visit.t("too-fast"), priority=outbox.SAFETY)  # before their own other answers


def apologise(tx: Tx, world: World, person: int, now: datetime) -> None:
    """Tells a person that their message could not be handled, after the attempts are used up."""
    found = people.load(tx, person)
    visit = found and _visit(tx, world, found, now, f"dead:{now.timestamp()}")
    if visit:
        visit.say(visit.t("our-fault"))
