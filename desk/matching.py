"""Finding a mentor: interests in one's own words, up to three proposals, a yes from both sides."""

from typing import Any

from desk import menu, planning, sharing, walk
from desk.visit import Visit, asked_by, button
from knowledge.interests import MentorCard, Proposal, Shared, match
from mentoring.message import Button
from store import held, journal, pairings, people, tasks
from store.pairings import Pairing

PROPOSED = 3
NEAR = "~"
SAME = 0.75  # agreement of two interests from which they are called the same


def start(visit: Visit) -> None:
    """A mentee looks for a mentor; one who has asked or has one is told where they stand."""
    if visit.part.role != "mentee":
        menu.show(visit, visit.t("match-only-mentees"))
        return
    for pair in pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active", "asked"):
        if (mentor := visit.other(pair.mentor)) is not None:
            _stands(visit, pair, mentor.person.name)
            return
    walk.start(visit, "interests")


def more(visit: Visit) -> None:
    """Other mentors for the wishes that are known already."""
    profile = people.profile(visit.tx, visit.person, visit.part.id)
    busy = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "active", "asked")
    if visit.part.role == "mentee" and _wishes(profile) and not busy:
        propose(visit)
    else:
        start(visit)


def _stands(visit: Visit, pair: Pairing, name: str) -> None:
    if pair.status == "active":
        menu.show(visit, visit.t("match-has", name=name))
    else:
        visit.say(
            visit.t("match-waits", name=name),
            button(visit.t("match-withdraw"), "match_withdraw", pairing=pair.id),
        )


def remember(visit: Visit, data: dict[str, Any]) -> None:
    profile = people.profile(visit.tx, visit.person, visit.part.id)
    people.set_profile(visit.tx, visit.person, visit.part.id, {**profile, **data})


def propose(visit: Visit) -> None:
    """Up to three mentors with reasons. Those who declined before are not offered again."""
    programme = visit.part.programme
    pairings.withdraw(visit.tx, visit.person.id, programme, visit.now, "offered")
    declined = pairings.of_mentee(visit.tx, visit.person, programme, "declined")
    wishes = _wishes(people.profile(visit.tx, visit.person, visit.part.id))
    found = match(
        wishes,
        _cards(visit),
        visit.person.language,
        limit=PROPOSED,
        declined=frozenset(pair.mentor for pair in declined),
    )
    for rank, proposal in enumerate(found):
        reasons = tuple(_reason(each) for each in proposal.shared)
        pairings.add(
            visit.tx,
            visit.person,
            programme=programme,
            mentor=proposal.mentor,
            status="offered",
            now=visit.now,
            rank=rank,
            reasons=reasons,
        )
    _offer(visit, found)


def _reason(shared: Shared) -> str:
    """The mentor's interest; marked where it is only near to the wish (volleyball to football)."""
    return shared.interest if shared.strength >= SAME else NEAR + shared.interest


def _wishes(profile: dict[str, Any]) -> list[str]:
    return [str(wish) for wish in profile.get("interests", ())]


def _semester(visit: Visit) -> str | None:
    found = visit.programme.semester_on(visit.today)
    return found.id if found else None


def _cards(visit: Visit) -> list[MentorCard]:
    taken = pairings.taken(visit.tx, visit.part.programme, _semester(visit))
    cards = []
    for mentor in visit.colleagues("mentor"):
        profile = people.profile(visit.tx, mentor.person, mentor.part.id)
        cards.append(
            MentorCard(
                id=mentor.person.id,
                interests=tuple(profile.get("interests", ())),
                free=_places(visit, profile) - taken.get(mentor.person.id, 0),
                languages=(mentor.person.language,),
                municipality=profile.get("municipality"),
                available=mentor.person.consent_at is not None
                and mentor.person.stopped_at is None
                and not profile.get("paused", False),
            )
        )
    return cards


def _places(visit: Visit, profile: dict[str, Any]) -> int:
    cap = visit.programme.rules.mentees_per_mentor
    return min(cap, int(profile.get("places", cap)))


def _offer(visit: Visit, found: tuple[Proposal, ...]) -> None:
    offered = pairings.of_mentee(visit.tx, visit.person, visit.part.programme, "offered")
    if not offered:
        visit.say(visit.t("match-nobody"))
        for coordinator in visit.colleagues("coordinator"):
            coordinator.say(coordinator.t("match-nobody-free", name=visit.person.name))
        return
    lines, buttons = [], []
    for place, pair in enumerate(offered, start=1):
        mentor = visit.other(pair.mentor)
        if mentor is not None:
            lines.append(f"{place}. {mentor.person.name} – {_reasons(visit, pair)}")
            buttons.append(button(mentor.person.name, "match_choose", pairing=pair.id))
    key = "match-offer" if any(pair.reasons for pair in offered) else "match-offer-no-shared"
    visit.say(visit.t(key, count=len(lines), list="\n".join(lines)), *buttons)


def _reasons(visit: Visit, pair: Pairing) -> str:
    if not pair.reasons:
        return visit.t("match-no-reason")
    same = [one for one in pair.reasons if not one.startswith(NEAR)]
    if same:
        return visit.t("match-reason", list=", ".join(dict.fromkeys(same)))
    near = [one.removeprefix(NEAR) for one in pair.reasons]
    return visit.t("match-near", list=", ".join(dict.fromkeys(near)))


def choose(visit: Visit, pairing: int) -> None:
    """The mentee's yes. The mentor is asked; nothing is settled."""
    pair = pairings.find(visit.tx, pairing, lock=True)
    if pair is None or pair.mentee != visit.person.id:
        visit.say(visit.t("match-passed"))
        return
    if pairings.of_mentee(visit.tx, visit.person, pair.programme, "active", "asked"):
        start(visit)
        return
    declined = pairings.of_mentee(visit.tx, visit.person, pair.programme, "declined")
    if pair.mentor in {each.mentor for each in declined} or pair.status == "ended":
        visit.say(visit.t("match-passed"), button(visit.t("match-again"), "match_more"))
        return
    mentor = visit.other(pair.mentor)
    if mentor is None or not _has_place(mentor):
        visit.say(visit.t("match-full"))
        propose(visit)
        return
    pairings.decide(visit.tx, pairing, "asked", visit.now)
    visit.say(visit.t("match-asked", name=mentor.person.name))
    _ask_mentor(mentor, visit, pair)


def _ask_mentor(mentor: Visit, mentee: Visit, pair: Pairing) -> None:
    wishes = _wishes(people.profile(mentee.tx, mentee.person, mentee.part.id))
    mentor.say(
        mentor.t(
            "pair-request",
            name=mentee.person.name,
            age=mentee.person.age or "none",
            interests=", ".join(wishes) or "–",
        ),
        button(mentor.t("pair-yes"), "pair_accept", pairing=pair.id),
        button(mentor.t("pair-no"), "pair_decline", pairing=pair.id),
        kind="match",
        why=asked_by(mentee, pairing=pair.id),
    )


def _has_place(mentor: Visit) -> bool:
    return any(card.id == mentor.person.id and card.free > 0 for card in _cards(mentor))


def withdraw(visit: Visit, pairing: int) -> None:
    pair = pairings.find(visit.tx, pairing, lock=True)
    if pair is None or pair.mentee != visit.person.id or pair.status != "asked":
        visit.say(visit.t("match-passed"))
        return
    pairings.decide(visit.tx, pairing, "withdrawn", visit.now)
    menu.show(visit, visit.t("match-withdrawn"))
    if not held.withdraw_about(visit.tx, pair.mentor, pairing=pairing):
        _no_longer_asked(visit, pair.mentor)


def _no_longer_asked(visit: Visit, person: int) -> None:
    if (mentor := visit.other(person)) is not None:
        mentor.say(mentor.t("pair-withdrawn", name=visit.person.name))


def _asked(visit: Visit, pairing: int) -> tuple[Pairing, Visit] | None:
    """The request before this mentor, if it still stands."""
    pair = pairings.find(visit.tx, pairing, lock=True)
    mentee = visit.other(pair.mentee) if pair and pair.mentor == visit.person.id else None
    if pair is None or mentee is None or pair.status != "asked":
        settled = mentee is not None and pair is not None and pair.status in ("active", "declined")
        visit.say(visit.t("extend-decided-already" if settled else "match-passed"))
        return None
    return pair, mentee


def accept(visit: Visit, pairing: int) -> None:
    """The mentor's yes: from now on it is settled, if the caps hold at this moment (SK-2)."""
    if (found := _asked(visit, pairing)) is None:
        return
    pair, mentee = found
    if not _has_place(visit):
        visit.say(visit.t("pair-full", cap=visit.programme.rules.mentees_per_mentor))
        return
    pairings.decide(visit.tx, pairing, "active", visit.now, semester=_semester(visit))
    pairings.withdraw(visit.tx, mentee.person.id, pair.programme, visit.now, "offered")
    tasks.attach(visit.tx, mentee.person.id, pair.programme, pairing)
    planning.replan_all(mentee)
    journal.note(
        visit.tx, actor=visit.person.id, act="paired", now=visit.now, object_=f"pairing:{pairing}"
    )
    begun = mentee.t("pair-begun-mentee", name=visit.person.name)
    menu.show(mentee, "\n\n".join(filter(None, (begun, sharing.begun(mentee, pairing)))))
    told = visit.t("pair-begun-mentor", name=mentee.person.name)
    visit.say(
        "\n\n".join(filter(None, (told, sharing.begun(visit, pairing)))),
        button(visit.t("do-mentees"), "mentees"),
    )
    for coordinator in visit.colleagues("coordinator"):
        coordinator.say(
            coordinator.t(
                "pair-begun-coordinator", mentor=visit.person.name, mentee=mentee.person.name
            )
        )


def decline(visit: Visit, pairing: int) -> None:
    if (found := _asked(visit, pairing)) is None:
        return
    pair, mentee = found
    pairings.decide(visit.tx, pairing, "declined", visit.now)
    visit.say(visit.t("pair-declined-mentor"))
    rest = pairings.of_mentee(visit.tx, mentee.person, pair.programme, "offered")
    buttons: list[Button] = []
    for other in rest[:1]:
        if (following := mentee.other(other.mentor)) is not None:
            text = mentee.t("pair-declined-next", name=following.person.name)
            buttons.append(button(mentee.t("pair-ask-next"), "match_choose", pairing=other.id))
            mentee.say(text, *buttons, button(mentee.t("match-again"), "match_more"))
    if not buttons:
        mentee.say(mentee.t("pair-declined"), button(mentee.t("match-again"), "match_more"))
