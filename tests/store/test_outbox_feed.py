"""What is sent: decided once, delivered once, the urgent first, its buttons for one person only."""

import asyncio

import pytest
from sqlalchemy import select

from mentoring.message import Button, Message
from store import feed, keyed, outbox
from store import schema as s
from store.feed import Shown
from store.outbox import BROADCAST, NUDGE, REPLY, SAFETY, TODAY
from store.people import Person
from store.work import Store, Tx
from tests.databases import open_store, transaction
from tests.store.cast import NOW, asked, met, writes


def sent(tx: Tx, person: Person, *texts: str, priority: int = REPLY, kind: str = "reply") -> None:
    for text in texts:
        outbox.put(tx, person, Message(text=text), key=text, now=NOW, priority=priority, kind=kind)


def texts(tx: Tx, person: Person) -> list[str]:
    return [shown.text for shown in feed.page(tx, person)]


def keys(tx: Tx, person: Person) -> list[str]:
    """The button keys in the person's feed."""
    return [key for shown in feed.page(tx, person) for key, _ in shown.buttons]


def test_deciding_twice_sends_once(store: Store) -> None:
    """The second row of the same key is refused, and the words of the first stay."""
    (anna,) = met(store, "Anna")

    def decide(tx: Tx, text: str) -> bool:
        return outbox.put(tx, anna, Message(text=text), key="occurrence:1", now=NOW)

    assert store.run_now(lambda tx: decide(tx, "first")) is True
    assert store.run_now(lambda tx: decide(tx, "second")) is False
    store.run_now(lambda tx: feed.deliver(tx, NOW))
    assert store.run_now(lambda tx: decide(tx, "third")) is False
    assert store.run_now(lambda tx: texts(tx, anna)) == ["first"]


ORDER = (SAFETY, REPLY, TODAY, NUDGE, BROADCAST)


def test_the_urgent_is_delivered_first_and_equals_in_order(store: Store) -> None:
    """Safety before replies before what begins today before nudges before broadcasts, whatever was
    decided first."""
    (anna,) = met(store, "Anna")

    def decide(tx: Tx) -> None:
        for round_ in ("a", "b"):
            for priority in reversed(ORDER):
                sent(tx, anna, f"{priority}{round_}", priority=priority)

    store.run_now(decide)
    store.run_now(lambda tx: feed.deliver(tx, NOW))

    in_order = [f"{priority}{round_}" for priority in ORDER for round_ in ("a", "b")]
    assert store.run_now(lambda tx: texts(tx, anna)) == in_order


def test_delivery_says_to_whom_and_finds_nothing_twice(store: Store) -> None:
    """One entry per bubble, at most as many as asked for, and each row once."""
    anna, janis = met(store, "Anna", "Jānis")
    store.run_now(lambda tx: sent(tx, anna, "one", "two"))
    store.run_now(lambda tx: sent(tx, janis, "three"))

    rounds = [store.run_now(lambda tx: feed.deliver(tx, NOW, most=2)) for _ in range(3)]

    assert rounds == [[anna.id, anna.id], [janis.id], []]
    assert store.run_now(lambda tx: texts(tx, janis)) == ["three"]


def test_a_delivery_that_is_undone_is_delivered_later(store: Store) -> None:
    """The mark and the bubble are one commit: neither can be there without the other."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: sent(tx, anna, "one"))

    def dies(tx: Tx) -> None:
        feed.deliver(tx, NOW)
        raise LookupError

    with pytest.raises(LookupError):
        store.run_now(dies)

    assert store.run_now(lambda tx: texts(tx, anna)) == []
    assert store.run_now(lambda tx: feed.deliver(tx, NOW)) == [anna.id]
    assert store.run_now(lambda tx: texts(tx, anna)) == ["one"]


def test_two_deliverers_share_what_waits(postgresql_store: Store) -> None:
    """The second does not wait for the first and does not take what the first has in hand."""
    (anna,) = met(postgresql_store, "Anna")
    postgresql_store.run_now(lambda tx: sent(tx, anna, "one", "two", "three"))

    with transaction(postgresql_store) as first, transaction(postgresql_store) as second:
        assert len(feed.deliver(first, NOW, most=2)) == 2
        assert len(feed.deliver(second, NOW, most=2)) == 1
        assert feed.deliver(second, NOW) == []

    shown = postgresql_store.run_now(lambda tx: texts(tx, anna))
    assert sorted(shown) == ["one", "three", "two"]


async def test_many_deliverers_deliver_each_row_once(
    postgresql_url: str, postgresql_store: Store
) -> None:
    """Two processes with four writers each, all at once, over two hundred rows."""
    (anna,) = met(postgresql_store, "Anna")
    rows = [f"{number:03}" for number in range(200)]
    postgresql_store.run_now(lambda tx: sent(tx, anna, *rows))
    other = open_store(postgresql_url)

    moved = await asyncio.gather(
        *(
            each.run(lambda tx: feed.deliver(tx, NOW, most=7), lane)
            for lane in range(40)
            for each in (postgresql_store, other)
        )
    )

    await other.close()
    assert sum(len(whose) for whose in moved) == len(rows)
    assert sorted(postgresql_store.run_now(lambda tx: texts(tx, anna))) == rows


def test_what_is_withdrawn_is_not_delivered(store: Store) -> None:
    """Cancelling takes back this person's waiting rows of these kinds and nothing else."""
    anna, janis = met(store, "Anna", "Jānis")

    def decide(tx: Tx) -> None:
        sent(tx, anna, "reply")
        sent(tx, anna, "nudge", "late", kind="nudge")
        sent(tx, janis, "other", kind="nudge")

    store.run_now(decide)
    assert store.run_now(lambda tx: outbox.cancel(tx, anna.id, ("nudge",))) == 2
    store.run_now(lambda tx: feed.deliver(tx, NOW))

    assert store.run_now(lambda tx: texts(tx, anna)) == ["reply"]
    assert store.run_now(lambda tx: texts(tx, janis)) == ["other"]
    assert store.run_now(lambda tx: outbox.cancel(tx, janis.id, ("nudge",))) == 0


def test_a_button_leads_to_its_action(store: Store) -> None:
    """By the key that stood in the person's own chat, also long after it was sent."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: outbox.put(tx, anna, asked("Well?", "Yes", "No"), key="1", now=NOW))
    store.run_now(lambda tx: feed.deliver(tx, NOW))
    yes, no = store.run_now(lambda tx: keys(tx, anna))

    first = store.run_now(lambda tx: outbox.pressed(tx, anna, yes))
    second = store.run_now(lambda tx: outbox.pressed(tx, anna, no))

    assert first is not None
    assert second is not None
    assert (first.label, first.action) == ("Yes", {"do": "yes"})
    assert (second.label, second.action) == ("No", {"do": "no"})
    assert first.outbox == second.outbox


def test_somebody_elses_button_is_nothing(store: Store) -> None:
    """A key that was copied from another person's chat has no effect."""
    anna, janis = met(store, "Anna", "Jānis")
    store.run_now(lambda tx: outbox.put(tx, anna, asked("Well?", "Yes"), key="1", now=NOW))
    store.run_now(lambda tx: feed.deliver(tx, NOW))
    (yes,) = store.run_now(lambda tx: keys(tx, anna))

    assert store.run_now(lambda tx: outbox.pressed(tx, janis, yes)) is None


@pytest.mark.parametrize(
    "place",
    [
        "2",
        "99",
        "-1",
        "+1",
        "",
        " 0",
        "0 ",
        "0.0",
        "0x0",
        "²",
        "١",
        "9" * 5000,
        "\0",
        "0\0",
        "\ud800",
    ],
    ids=lambda place: ascii(place)[:12],
)
def test_a_forged_place_is_nothing(store: Store, place: str) -> None:
    """The row is the person's own, but it has no such button."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: outbox.put(tx, anna, asked("Well?", "Yes", "No"), key="1", now=NOW))
    store.run_now(lambda tx: feed.deliver(tx, NOW))
    token = store.run_now(lambda tx: keys(tx, anna))[0].partition(".")[0]

    assert store.run_now(lambda tx: outbox.pressed(tx, anna, f"{token}.{place}")) is None


@pytest.mark.parametrize(
    "key",
    [
        "",
        ".",
        ".0",
        "1.0",
        "nothing",
        "%.0",
        "' OR 1=1 --.0",
        "\0",
        "\0.0",
        "\ud800.0",
        "ā" * 16 + ".0",
        "🙂.🙂",
        "a" * 20_000 + ".0",
    ],
    ids=lambda key: ascii(key)[:12],
)
def test_garbage_for_a_key_is_nothing(store: Store, key: str) -> None:
    """Whatever a channel hands in, neither database stumbles over it."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: outbox.put(tx, anna, asked("Well?", "Yes"), key="1", now=NOW))
    store.run_now(lambda tx: sent(tx, anna, "without buttons"))

    assert store.run_now(lambda tx: outbox.pressed(tx, anna, key)) is None


def test_the_newest_messages_buttons_can_be_typed(store: Store) -> None:
    """Only the newest counts: once something without buttons follows, there are none."""
    (anna,) = met(store, "Anna")
    assert store.run_now(lambda tx: outbox.last_offer(tx, anna)) == []
    store.run_now(lambda tx: outbox.put(tx, anna, asked("Well?", "Yes", "No"), key="1", now=NOW))

    found = store.run_now(lambda tx: outbox.last_offer(tx, anna))
    pressed = store.run_now(lambda tx: outbox.pressed(tx, anna, found[1].key))

    assert [each.label for each in found] == ["Yes", "No"]
    assert pressed is not None
    assert pressed.label == "No"
    store.run_now(lambda tx: sent(tx, anna, "and another thing"))
    assert store.run_now(lambda tx: outbox.last_offer(tx, anna)) == []


def test_a_bubble_is_shown_as_it_was_meant(store: Store) -> None:
    """Who speaks, the text, the picture, the label instead of the key of a pressed button."""
    (anna,) = met(store, "Anna")
    message = Message(text="Look", buttons=(Button(label="Go", action={}),), image="wheel")

    def unit(tx: Tx) -> None:
        row = writes(tx, anna, "1", "Sveiki")
        assert row is not None
        feed.said(tx, anna.id, row, NOW)
        outbox.put(tx, anna, message, key="1", now=NOW)
        outbox.put(tx, anna, Message(text="It's me"), key="2", now=NOW, author="Zane")
        feed.deliver(tx, NOW)

    store.run_now(unit)
    mine, bot, human = store.run_now(lambda tx: feed.page(tx, anna))

    assert (mine.sender, mine.text, mine.buttons, mine.at) == ("me", "Sveiki", (), NOW)
    assert (bot.sender, bot.text, bot.image) == ("bot", "Look", "wheel")
    assert [label for _, label in bot.buttons] == ["Go"]
    assert (human.sender, human.author, human.text) == ("human", "Zane", "It's me")


def test_nobody_sees_another_persons_conversation(store: Store) -> None:
    """A page holds the person's own bubbles only, whoever wrote in between."""
    anna, janis = met(store, "Anna", "Jānis")
    for who, text in ((anna, "one"), (janis, "two"), (anna, "three")):
        store.run_now(lambda tx, who=who, text=text: sent(tx, who, text))
    store.run_now(lambda tx: feed.deliver(tx, NOW))

    assert store.run_now(lambda tx: texts(tx, anna)) == ["one", "three"]
    assert store.run_now(lambda tx: texts(tx, janis)) == ["two"]


def shown_texts(found: list[Shown]) -> list[str]:
    return [shown.text for shown in found]


def test_pages_follow_each_other_without_gap_or_repetition(store: Store) -> None:
    """Each page begins after the last bubble of the one before."""
    (anna,) = met(store, "Anna")
    expected = [str(number) for number in range(7)]
    store.run_now(lambda tx: sent(tx, anna, *expected))
    store.run_now(lambda tx: feed.deliver(tx, NOW))

    after, pages = 0, []
    while found := store.run_now(lambda tx, a=after: feed.page(tx, anna, after=a, most=3)):
        pages.append(shown_texts(found))
        after = found[-1].id

    assert pages == [["0", "1", "2"], ["3", "4", "5"], ["6"]]


@pytest.mark.parametrize(
    ("most", "expected"), [(1, ["4"]), (3, ["2", "3", "4"]), (9, list("01234"))]
)
def test_the_newest_window_is_the_end_of_the_conversation(
    store: Store, most: int, expected: list[str]
) -> None:
    """The last bubbles, oldest first, although another person's lie between them."""
    anna, janis = met(store, "Anna", "Jānis")
    for number in range(5):
        store.run_now(lambda tx, n=number: sent(tx, anna, str(n)))
        store.run_now(lambda tx, n=number: sent(tx, janis, f"other {n}"))
    store.run_now(lambda tx: feed.deliver(tx, NOW))

    assert shown_texts(store.run_now(lambda tx: feed.newest(tx, anna, most))) == expected


def test_an_empty_conversation_is_an_empty_page(store: Store) -> None:
    """Somebody who has just joined has seen nothing yet."""
    (anna,) = met(store, "Anna")

    assert store.run_now(lambda tx: feed.newest(tx, anna)) == []
    assert store.run_now(lambda tx: feed.page(tx, anna)) == []


def test_the_outcome_of_an_announcement_is_told_by_its_prefix(store: Store) -> None:
    """Announcement 1 is not announcement 10, and a percent sign is a percent sign."""
    anna, janis = met(store, "Anna", "Jānis")

    def decide(tx: Tx) -> None:
        for who, prefix in ((anna, "a:1:"), (janis, "a:1:"), (janis, "a:10:")):
            key = f"{prefix}{who.id}"
            outbox.put(tx, who, Message(text="x"), key=key, now=NOW, kind=prefix)

    store.run_now(decide)
    store.run_now(lambda tx: feed.deliver(tx, NOW, most=1))

    assert store.run_now(lambda tx: keyed.outcome(tx, "a:1:")) == {"sent": 1, "waiting": 1}
    states = [(anna.id, "sent"), (janis.id, "waiting")]
    assert store.run_now(lambda tx: keyed.states(tx, "a:1:")) == states
    assert store.run_now(lambda tx: keyed.outcome(tx, "a:%:")) == {}


def test_why_names_the_newest_of_the_kinds(store: Store) -> None:
    """The reason of the last message nobody asked for, of whatever kind; replies and other people's
    are passed over."""
    anna, janis = met(store, "Anna", "Jānis")

    def decide(tx: Tx) -> None:
        for number, (who, kind) in enumerate(
            ((anna, "nudge"), (anna, "check_in"), (anna, "reply"), (janis, "nudge"))
        ):
            message = Message(text="x")
            why = None if kind == "reply" else {"rule": f"{kind} {number}"}
            outbox.put(tx, who, message, key=str(number), now=NOW, kind=kind, why=why)

    store.run_now(decide)

    kinds = ("nudge", "check_in")
    expected = ("check_in", {"rule": "check_in 1"})
    assert store.run_now(lambda tx: outbox.why(tx, anna, kinds)) == expected
    assert store.run_now(lambda tx: outbox.why(tx, anna, ("late",))) == expected


def test_a_row_knows_when_it_was_sent(store: Store) -> None:
    """Sent and the moment of it are written together."""
    (anna,) = met(store, "Anna")
    store.run_now(lambda tx: sent(tx, anna, "one"))
    store.run_now(lambda tx: feed.deliver(tx, NOW))

    row = store.run_now(lambda tx: tx.execute(select(s.outbox)).one())
    assert (row.state, row.sent_at) == ("sent", NOW)
