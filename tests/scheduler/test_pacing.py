"""The pacer keeps a platform's limits, whatever is sent to whom and however late it starts."""

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.pacing import Limits, Pacer

LIMITS = Limits(per_second=30, chat_seconds=1.0, group_per_minute=20)
LEAD = 0.010
BEGIN = 1000.0
JITTER = st.floats(min_value=0.0, max_value=0.0119)  # what is later than the one a second after
GROUP = "-100"

Sent = list[tuple[float, str]]


def play(
    pacer: Pacer,
    chats: Sequence[str],
    begin: float = BEGIN,
    stalls: Sequence[tuple[int, float]] = (),
    ahead: int = 4,
) -> Sent:
    """Sends to these chats in turn, as a courier does: slots are asked ahead, taken, then used.

    `stalls` are (before which send, how many seconds nothing runs). A chat that is not open at a
    slot waits until it is, as does all behind it.
    """
    now, sent, waiting = begin, Sent(), list(chats)
    while waiting:
        slots = pacer.slots(now, now + LEAD, ahead)
        taken = []
        for slot in slots[: len(waiting)]:
            opens = pacer.chat_opens(waiting[0], slot)
            if opens > slot + LEAD:
                break
            pacer.take(waiting[0], max(slot, opens))
            taken.append((max(slot, opens), waiting.pop(0)))
        for planned, chat in taken:
            now = max(now, planned) + sum(s for place, s in stalls if place == len(sent))
            pacer.late(chat, planned, now)
            sent.append((now, chat))
        if not taken:
            now = max(now + 0.001, pacer.opens(now) - LEAD / 2)
    return sent


def most_within(times: Sequence[float], seconds: float) -> int:
    """The most of these that lie in any window of so many seconds, its end left out."""
    ordered, first, most = sorted(times), 0, 0
    for place, at in enumerate(ordered):
        while at - ordered[first] >= seconds:
            first += 1
        most = max(most, place - first + 1)
    return most


def closest(times: Sequence[float]) -> float:
    ordered = sorted(times)
    return min((b - a for a, b in pairwise(ordered)), default=9.0)


def strangers(count: int) -> list[str]:
    return [str(number) for number in range(1, count + 1)]


@settings(max_examples=60, deadline=None)
@given(st.lists(JITTER, min_size=130, max_size=130), st.integers(1, 12), st.integers(1, 40))
def test_no_second_holds_more_than_the_limit(
    jitter: list[float], ahead: int, per_second: int
) -> None:
    """The platform counts arrivals in any second, and each may be a little late on its way."""
    limits = Limits(per_second=per_second, chat_seconds=1.0, group_per_minute=20)
    sent = play(Pacer(limits), strangers(len(jitter)), ahead=ahead)

    arrived = [at + late for (at, _), late in zip(sent, jitter, strict=True)]
    assert most_within(arrived, 1.0) <= per_second


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 110), st.floats(0.1, 0.5)), min_size=1, max_size=6),
    st.sampled_from([20, 30, 50]),
    st.lists(JITTER, min_size=120, max_size=120),
)
def test_after_a_stall_no_burst_breaks_the_window(
    stalls: list[tuple[int, float]], per_second: int, jitter: list[float]
) -> None:
    """What should have left meanwhile is not made up for at once."""
    limits = Limits(per_second=per_second, chat_seconds=1.0, group_per_minute=20)
    sent = play(Pacer(limits), strangers(len(jitter)), stalls=stalls)

    arrived = [at + late for (at, _), late in zip(sent, jitter, strict=True)]
    assert most_within(arrived, 1.0) <= per_second


def test_slots_after_a_late_start_wait_for_its_second() -> None:
    """Of two a second the last was late: of the next two, each keeps away from one of them."""
    pacer = Pacer(Limits(per_second=2, chat_seconds=0.0, group_per_minute=20))
    for chat, planned, actual in (("1", BEGIN, BEGIN + 0.1), ("2", BEGIN + 0.506, BEGIN + 0.99)):
        pacer.take(chat, planned)
        pacer.late(chat, planned, actual)

    third, fourth = pacer.slots(BEGIN + 1, BEGIN + 2.1, 2)

    assert third >= BEGIN + 1.1
    assert fourth >= BEGIN + 1.99


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("123456"), min_size=2, max_size=40),
    st.lists(st.tuples(st.integers(0, 30), st.floats(0.1, 0.5)), max_size=3),
    st.lists(JITTER, min_size=40, max_size=40),
)
def test_one_chat_never_gets_two_within_its_second(
    chats: list[str], stalls: list[tuple[int, float]], jitter: list[float]
) -> None:
    """Also when the first of the two started late."""
    sent = play(Pacer(LIMITS), chats, stalls=stalls)

    for chat in set(chats):
        arrived = [at + late for (at, who), late in zip(sent, jitter, strict=False) if who == chat]
        assert closest(arrived) >= LIMITS.chat_seconds - 1e-6


def test_a_group_gets_twenty_a_minute_and_a_person_more() -> None:
    """Groups have a limit of their own, which a person's chat does not."""
    in_group = play(Pacer(LIMITS), [GROUP] * 45, stalls=[(3, 0.4), (24, 0.4)])
    to_one = play(Pacer(LIMITS), ["7"] * 45)

    assert most_within([at for at, _ in in_group], 60.0) == LIMITS.group_per_minute
    assert most_within([at for at, _ in to_one], 60.0) == 45


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 60), st.integers(1, 12))
def test_a_full_queue_leaves_at_the_rate_that_is_allowed(per_second: int, ahead: int) -> None:
    """98 % of it or more: the margin is all that is given away."""
    limits = Limits(per_second=per_second, chat_seconds=1.0, group_per_minute=20)
    sent = play(Pacer(limits), strangers(10 * per_second), ahead=ahead)

    took = sent[-1][0] - sent[0][0]
    assert (len(sent) - 1) / took >= 0.98 * per_second


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.floats(0.0, 0.5), min_size=1, max_size=40),
    st.floats(0.0, 3.0),
    st.integers(1, 100),
    st.integers(1, 40),
)
def test_slots_asked_ahead_keep_the_window_too(
    pauses: list[float], ahead: float, most: int, per_second: int
) -> None:
    """Whatever was sent before, all that is handed out at once may be used."""
    limits = Limits(per_second=per_second, chat_seconds=0.0, group_per_minute=20)
    pacer, now, sent = Pacer(limits), BEGIN, []
    for pause in pauses:
        now += pause
        slots = pacer.slots(now, now + ahead, most)
        assert len(slots) <= most
        assert all(now <= slot <= now + ahead for slot in slots)
        for slot in slots:
            pacer.take(str(len(sent)), slot)
            sent.append(slot)

    assert most_within(sent, 1.0) <= per_second


def test_asking_for_slots_takes_none() -> None:
    """Only what is sent counts: a courier may ask for more than there is to send."""
    pacer = Pacer(LIMITS)

    assert pacer.slots(BEGIN, BEGIN + 1, 10) == pacer.slots(BEGIN, BEGIN + 1, 10)


def test_a_refused_chat_waits_and_the_others_go_on() -> None:
    """The platform asks for half a minute; the rest of the people are kept for a second."""
    pacer = Pacer(LIMITS)
    pacer.refused("1", 30, BEGIN)

    assert pacer.chat_opens("1", BEGIN) == BEGIN + 30
    assert pacer.chat_opens("2", BEGIN) == BEGIN
    assert pacer.opens(BEGIN) <= BEGIN + 1


def test_the_same_chat_refused_again_does_not_stop_the_others() -> None:
    """One busy chat is one busy chat."""
    pacer = Pacer(LIMITS)
    pacer.refused("1", 30, BEGIN)
    pacer.refused("1", 30, BEGIN + 1)

    assert pacer.opens(BEGIN + 1) <= BEGIN + 2


def test_two_chats_refused_stop_all() -> None:
    """Then it is the bot that is too fast, and going on would only lengthen the pause."""
    pacer = Pacer(LIMITS)
    pacer.refused("1", 30, BEGIN)
    pacer.refused("2", 20, BEGIN + 1)

    assert pacer.opens(BEGIN + 1) == BEGIN + 21
    assert pacer.slots(BEGIN + 1, BEGIN + 20.9, 10) == []


def test_two_chats_refused_at_different_times_are_two_busy_chats() -> None:
    """A minute lies between them: nobody else has to wait."""
    pacer = Pacer(LIMITS)
    pacer.refused("1", 30, BEGIN)
    pacer.refused("2", 30, BEGIN + 60)

    assert pacer.opens(BEGIN + 60) <= BEGIN + 61


def test_a_pause_is_never_shortened() -> None:
    """A later, shorter wish of the platform does not undo the longer one."""
    pacer = Pacer(LIMITS)
    pacer.refused("1", 100, BEGIN)
    pacer.refused("1", 1, BEGIN + 1)
    pacer.pause(BEGIN + 50)
    pacer.pause(BEGIN + 10)

    assert pacer.chat_opens("1", BEGIN + 1) == BEGIN + 100
    assert pacer.opens(BEGIN) == BEGIN + 50


def test_workers_who_share_a_channel_keep_its_limit_together() -> None:
    """Each of two takes half; alone again, one takes all."""
    both = [Pacer(LIMITS), Pacer(LIMITS)]
    for pacer in both:
        pacer.share_with(2)
    sent = [at for pacer in both for at, _ in play(pacer, strangers(60))]
    assert most_within(sent, 1.0) <= LIMITS.per_second
    assert most_within([at for at, _ in play(both[0], strangers(60), BEGIN + 60)], 1.0) == 15

    both[0].share_with(1)
    assert most_within([at for at, _ in play(both[0], strangers(90), BEGIN + 120)], 1.0) == 30


def test_more_workers_than_messages_a_second_still_send() -> None:
    """A share is never nothing."""
    pacer = Pacer(LIMITS)
    pacer.share_with(100)

    assert most_within([at for at, _ in play(pacer, strangers(3))], 1.0) == 1


def test_a_share_taken_in_the_middle_keeps_the_window() -> None:
    """What was sent in the last second still counts when the share grows or shrinks."""
    pacer = Pacer(LIMITS)
    sent = play(pacer, strangers(30))
    pacer.share_with(3)
    sent += play(pacer, strangers(10), begin=sent[-1][0])
    pacer.share_with(1)
    sent += play(pacer, strangers(60), begin=sent[-1][0])

    assert most_within([at for at, _ in sent], 1.0) <= LIMITS.per_second


def test_chats_are_forgotten() -> None:
    """Memory does not grow with everybody ever written to, even past a chat in a long pause."""
    pacer, now = Pacer(LIMITS), BEGIN
    pacer.refused("0", 100_000, now)
    for number in range(1, 20_000):
        now += 0.034
        pacer.take(f"-{number}" if number % 2 else str(number), now)

    assert len(pacer._chats) < 3000
    assert len(pacer._groups) < 3000
    assert pacer.chat_opens("0", now) == BEGIN + 100_000
