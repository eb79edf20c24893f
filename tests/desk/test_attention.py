"""The coordinator's list: what did not arrive, who needs attention, and what to do at once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desk.wording import wording
from mentoring.message import Message
from store import outbox, people
from store import schema as s
from store.work import Tx
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage, said

COMMAND = "/attention"


async def troubled(stage: Stage, phone: Phone, *states: str) -> None:
    """Messages to this person that ended so."""

    def write(tx: Tx) -> None:
        who = people.load(tx, phone.person)
        assert who is not None
        for state in states:
            key = f"{phone.person}:{state}"
            outbox.put(
                tx, who, Message(text="x"), key=key, now=stage.clock.now(), channel="telegram"
            )
            tx.execute(s.outbox.update().where(s.outbox.c.key == key), {"state": state})

    await stage.read(write)


async def test_the_coordinator_sees_how_many_messages_are_in_doubt(
    stage: Stage, cast: Cast
) -> None:
    """Uncertain ones apart from those that could not be sent, given up or not reachable."""
    await troubled(stage, cast.elza, "uncertain", "dead", "unreachable", "waiting", "sent")
    await troubled(stage, cast.janis, "dead")

    text = said(await cast.ilze.send(COMMAND))

    assert "Nav zināms, vai ir saņemta 1 ziņa" in text
    assert "Neizdevās nosūtīt 3 ziņas" in text


async def test_nothing_in_doubt_is_not_spoken_of(stage: Stage, cast: Cast) -> None:
    await troubled(stage, cast.elza, "waiting", "sent", "cancelled", "expired")

    text = said(await cast.ilze.send(COMMAND))

    assert "ziņa" not in text.replace("nav ziņu", "")
    assert "nosūtīt" not in text


async def test_another_programmes_people_are_not_counted(stage: Stage, cast: Cast) -> None:
    """A coordinator learns nothing of people that are not theirs."""
    await troubled(stage, cast.elza, "dead")
    elsewhere = s.parts.update().where(s.parts.c.person == cast.elza.person)
    await stage.read(lambda tx: tx.execute(elsewhere, {"programme": "digitala-akademija"}))

    assert "nosūtīt" not in said(await cast.ilze.send(COMMAND))


async def test_what_an_error_kept_from_being_said_is_counted_for_a_week(
    stage: Stage, cast: Cast
) -> None:
    """Nobody else would ever hear of it."""
    await stage.task(cast.elza, "Aiziet uz konsultāciju", "2026-01-20")
    one = select(s.occurrences.c.id).where(s.occurrences.c.kind == "late").limit(1)
    failed = s.occurrences.update().where(s.occurrences.c.id == one.scalar_subquery())
    values = {"state": "failed", "due_at": stage.clock.now()}
    await stage.read(lambda tx: tx.execute(failed, values) and None)
    line = "Pēdējās 7 dienās kļūdas dēļ neizdevās sagatavot 1 ziņu"

    assert line in said(await cast.ilze.send(COMMAND))
    stage.clock.wind(stage.clock.now() + timedelta(days=8))
    assert line not in said(await cast.ilze.send(COMMAND))


@pytest.mark.parametrize(
    ("language", "count", "uncertain", "unsent"),
    [
        ("lv", 1, "Nav zināms, vai ir saņemta 1 ziņa", "Neizdevās nosūtīt 1 ziņu"),
        ("lv", 2, "Nav zināms, vai ir saņemtas 2 ziņas", "Neizdevās nosūtīt 2 ziņas"),
        ("lv", 11, "Nav zināms, vai ir saņemtas 11 ziņas", "Neizdevās nosūtīt 11 ziņu"),
        ("lv", 21, "Nav zināms, vai ir saņemta 21 ziņa", "Neizdevās nosūtīt 21 ziņu"),
        ("en", 1, "Not known whether received: 1 message", "Could not be sent: 1 message"),
        ("en", 2, "Not known whether received: 2 messages", "Could not be sent: 2 messages"),
    ],
)
def test_counts_read_well(language: str, count: int, uncertain: str, unsent: str) -> None:
    t = wording(language)

    assert t("attention-uncertain", count=count) == uncertain
    assert t("attention-unsent", count=count) == unsent


TITLE = "Aiziet uz konsultāciju"
QUESTION = "Kur var nopirkt lētu ģitāru?"


async def shown(phone: Phone) -> list[str]:
    """The numbered lines."""
    lines = said(await phone.send(COMMAND)).splitlines()
    return [line for line in lines if line[:1].isdigit()]


async def opened(phone: Phone, who: str) -> str:
    """Taps the number of the first line in which this stands."""
    lines = await shown(phone)
    place = next(line.partition(".")[0] for line in lines if who in line)
    return said(await phone.tap(place))


async def test_the_most_urgent_comes_first_with_its_days(cast: Cast, stage: Stage) -> None:
    """Danger, who can't be reached, who waits, who is silent, who is alone."""
    await stage.task(cast.elza, TITLE, "2026-03-30")
    await stage.wind("2026-01-29T12:00")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("10. aprīlis")
    zane = await stage.enter("Zane Kalēja")
    await stage.wind("2026-02-16T12:00")
    await zane.tap("Vēlāk")
    await zane.send(QUESTION)
    block = stage.clock.now()
    await stage.read(lambda tx: people.set_blocked(tx, cast.marta.person, "web", block))
    await cast.roberts.send("Es gribu nomirt")
    assert await shown(cast.ilze) == [
        "1. Trauksme bez atbildes: Roberts Krūmiņš",
        "2. Ziņas nepienāk: Marta Liepiņa (kopš šodienas)",
        f"3. Jautājums bez atbildes: Zane Kalēja, „{QUESTION}” (šodien)",
        "4. Neatbildēts lūgums pagarināt termiņu: Elza Vītola (18 dienas)",
        "5. Nav ziņu: Elza Vītola (18 dienas)",
        "6. Mentors bez ziņām: Jānis Bērziņš (35 dienas)",
        "7. Bez mentora: Roberts Krūmiņš (35 dienas)",
        "8. Bez mentora: Zane Kalēja (18 dienas)",
    ]
    assert await cast.ilze.labels() == list("12345678")


async def test_the_list_fits_a_phone(cast: Cast, stage: Stage) -> None:
    """Eight, and how many more there are."""
    for number in range(9):
        await stage.enter(f"Jaunietis {number}")
    text = said(await cast.ilze.send(COMMAND))
    assert "8. " in text
    assert "9. " not in text
    assert "vēl 2" in text
    assert len(await cast.ilze.labels()) == 8


async def test_silence_is_explained_and_the_mentor_told_in_a_tap(cast: Cast, stage: Stage) -> None:
    """Who, since when, and ready advice for the mentor under the coordinator's name."""
    await stage.wind("2026-02-02T12:00")
    text = await opened(cast.ilze, "Elza Vītola")
    assert "pirmdien, 12. janvārī" in text
    await cast.janis.new()
    await cast.ilze.tap("Pateikt mentoram")
    told = said(await cast.janis.new())
    assert "Ilze Kalniņa lūdz" in told
    assert "21 dienu: Elza Vītola" in told
    assert await cast.janis.tap("paraugu")


async def silent_ones(stage: Stage, cast: Cast, on: str) -> list[str]:
    """Who is called silent at noon of that day, though nobody wrote since this hour."""
    await stage.wind(f"{on}T12:00")
    return [line.partition(" ")[2] for line in await shown(cast.ilze) if "ziņ" in line]


async def test_nobody_is_called_silent_for_the_holidays(cast: Cast, stage: Stage) -> None:
    """Neither on the first day of school nor while people arrive; then as the ladder counts."""
    await stage.wind("2026-05-26T12:00")
    for phone in (cast.elza, cast.roberts, cast.janis):
        await phone.send("čau")

    assert await silent_ones(stage, cast, "2026-09-01") == []
    assert await silent_ones(stage, cast, "2026-09-03") == []
    elza = [line for line in await silent_ones(stage, cast, "2026-09-04") if "Elza" in line]
    assert elza == ["Nav ziņu: Elza Vītola (14 dienas)"]


async def test_a_silence_from_before_the_holidays_stands_still_in_them(
    cast: Cast, stage: Stage
) -> None:
    """It is neither forgotten nor grows."""
    await stage.wind("2026-12-01T12:00")
    await cast.elza.send("čau")
    await stage.wind("2026-12-16T12:00")
    await cast.roberts.send("čau")

    for day in ("2026-12-20", "2026-12-31"):
        (line,) = [each for each in await silent_ones(stage, cast, day) if "Mentors" not in each]
        assert line == "Nav ziņu: Elza Vītola (17 dienas)"


async def test_a_note_goes_out_under_the_coordinators_name_and_is_answered(
    cast: Cast, stage: Stage
) -> None:
    """The answer comes back to the one who wrote."""
    await stage.wind("2026-02-02T12:00")
    await opened(cast.ilze, "Elza Vītola")
    await cast.elza.new()
    await cast.dace.new()
    await cast.ilze.tap("Rakstīt")
    assert "Elza Vītola" in said(await cast.ilze.send("Sveiki! Kā tev iet?"))
    (note,) = await cast.elza.new()
    assert (note["from"], note["author"]) == ("human", "Ilze Kalniņa")
    assert note["text"] == "Sveiki! Kā tev iet?"
    await cast.elza.tap("Atrakstīt")
    await cast.elza.send("Labi, tikai daudz skolas")
    assert "daudz skolas" in said(await cast.ilze.new())
    assert await cast.dace.new() == []


async def test_a_note_can_be_left_unwritten(cast: Cast, stage: Stage) -> None:
    """Nothing typed afterwards reaches anybody."""
    await stage.wind("2026-02-02T12:00")
    await opened(cast.ilze, "Elza Vītola")
    await cast.elza.new()
    await cast.ilze.tap("Rakstīt")
    await cast.ilze.tap("Atcelt")
    await cast.ilze.send("nav domāts Elzai")
    assert await cast.elza.new() == []


async def test_who_is_silent_and_without_a_mentor_stands_there_once(
    cast: Cast, stage: Stage
) -> None:
    """Both reasons in one line, with the steps for both; a word makes it one reason again."""
    await stage.wind("2026-02-16T12:00")
    lines = [line.partition(" ")[2] for line in await shown(cast.ilze) if "Roberts" in line]
    assert lines == ["Nav ziņu: Roberts Krūmiņš (35 dienas), bez mentora"]
    text = await opened(cast.ilze, "Roberts")
    assert text.count("12. janvār") == 2
    assert {"Rakstīt", "Ieteikt mentorus", "Ne tagad"} <= set(await cast.ilze.labels())
    await cast.ilze.tap("Ne tagad")
    assert not any("Roberts" in line for line in await shown(cast.ilze))
    await cast.roberts.send("čau")
    lines = [line.partition(" ")[2] for line in await shown(cast.ilze) if "Roberts" in line]
    assert lines == ["Bez mentora: Roberts Krūmiņš (35 dienas)"]


async def test_a_button_from_before_the_silence_still_opens_its_line(
    cast: Cast, stage: Stage
) -> None:
    await cast.ilze.send(COMMAND)
    await stage.wind("2026-02-16T12:00")
    assert "bez mentora" in said(await cast.ilze.tap("1"))


async def test_not_now_hides_for_a_week_and_for_one_coordinator(cast: Cast, stage: Stage) -> None:
    """It comes back by itself; meanwhile it is said that something is put off."""
    await opened(cast.ilze, "Bez mentora: Roberts")
    assert "19. janvār" in said(await cast.ilze.tap("Ne tagad"))
    assert await shown(cast.ilze) == []
    assert "Atlikts uz vēlāku laiku: 1" in said(await cast.ilze.send(COMMAND))
    assert len(await shown(cast.dace)) == 1
    await stage.wind("2026-01-19T08:50")
    assert await shown(cast.ilze) == []
    await stage.wind("2026-01-19T09:10")
    assert await shown(cast.ilze) == ["1. Bez mentora: Roberts Krūmiņš (7 dienas)"]


async def test_what_gets_worse_comes_back_before_the_week_is_over(cast: Cast, stage: Stage) -> None:
    """A question whose promised time has passed."""
    await cast.elza.send(QUESTION)
    assert QUESTION in await opened(cast.ilze, "Jautājums")
    await cast.ilze.tap("Ne tagad")
    assert not any("Jautājums" in line for line in await shown(cast.ilze))
    await stage.wind("2026-01-14T12:00")
    assert "Solītais atbildes laiks ir pagājis" in await opened(cast.ilze, "Jautājums")
    await cast.ilze.tap("Atbildēt")
    await cast.ilze.send("Pajautā mūzikas skolā.")
    assert "mūzikas skolā" in await cast.elza.text()
    assert "vairs nav aktuāli" in said(await cast.ilze.tap("Ne tagad"))


async def test_a_new_silence_is_not_hidden_with_the_old(cast: Cast, stage: Stage) -> None:
    """They wrote, and fell silent again."""
    await stage.wind("2026-02-02T12:00")
    await opened(cast.ilze, "Nav ziņu: Elza")
    await cast.ilze.tap("Ne tagad")
    await cast.elza.send("čau")
    await stage.wind("2026-02-08T12:00")
    assert not any("Nav ziņu: Elza" in line for line in await shown(cast.ilze))
    await stage.wind("2026-02-23T12:00")
    assert any("Nav ziņu: Elza" in line for line in await shown(cast.ilze))


async def test_an_alarm_cannot_be_put_off(cast: Cast) -> None:
    """It is taken, or answered."""
    await cast.elza.send("Es gribu nomirt")
    await opened(cast.ilze, "Trauksme")
    labels = await cast.ilze.labels()
    assert "Ne tagad" not in labels
    await cast.ilze.tap(labels[0])
    assert not any("Trauksme" in line for line in await shown(cast.ilze))


async def test_mentors_are_proposed_for_wishes_that_are_known(cast: Cast, stage: Stage) -> None:
    """One tap of the coordinator, and the mentee chooses."""

    def wish(tx: Tx) -> None:
        who = stage.known(tx, cast.roberts.person)
        part = people.parts(tx, who.id)[0].id
        people.set_profile(tx, who, part, {"interests": ["mūzika"]})

    await stage.read(wish)
    await opened(cast.ilze, "Bez mentora: Roberts")
    await cast.ilze.tap("Ieteikt mentorus")
    assert "Marta Liepiņa" in said(await cast.roberts.new())
    await cast.roberts.tap("Marta Liepiņa")
    assert "Marta Liepiņa" in await opened(cast.ilze, "Bez mentora: Roberts")
    assert "Ieteikt mentorus" not in await cast.ilze.labels()


async def test_who_never_said_any_wishes_is_asked_for_them(cast: Cast) -> None:
    """With the way to say them under it."""
    await opened(cast.ilze, "Bez mentora: Roberts")
    await cast.ilze.tap("Ieteikt mentorus")
    assert "nav mentora" in said(await cast.roberts.new())
    assert await cast.roberts.labels() == ["Meklēt mentoru"]


async def test_a_waiting_request_is_decided_from_the_list(cast: Cast, stage: Stage) -> None:
    """Two days after it was asked, not before."""
    await stage.task(cast.elza, TITLE, "2026-01-30")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    await cast.elza.tap("Vajag laiku")
    await cast.elza.send("6. februāris")
    await stage.wind("2026-01-13T12:00")
    assert not any("lūgums" in line for line in await shown(cast.ilze))
    await stage.wind("2026-01-15T12:00")
    assert TITLE in await opened(cast.ilze, "lūgums")
    assert "Ne tagad" in await cast.ilze.labels()
    await cast.ilze.tap("Jā: ")
    assert "6. februār" in await cast.elza.text()
    assert not any("lūgums" in line for line in await shown(cast.ilze))


async def test_somebody_on_a_pause_is_not_called_silent(cast: Cast, stage: Stage) -> None:
    """They said until when."""
    await cast.elza.send("pauze līdz 10. februārim")
    await stage.wind("2026-02-02T12:00")
    assert not any("Nav ziņu: Elza" in line for line in await shown(cast.ilze))


async def test_a_call_for_help_is_the_mentors_until_it_is_late(cast: Cast, stage: Stage) -> None:
    """The coordinator does not step between them at once."""
    await stage.task(cast.elza, TITLE, "2026-03-30")
    await cast.elza.send("/uzdevumi")
    await cast.elza.tap(TITLE)
    await cast.elza.tap("Vajag palīdzību")
    assert not any("Elza" in line for line in await shown(cast.ilze))
    await stage.wind("2026-01-14T12:00")
    assert TITLE in await opened(cast.ilze, "Jautājums bez atbildes: Elza")


async def test_english_reads_as_well(stage: Stage, cast: Cast) -> None:
    """The same list in the coordinator's own language."""
    anne = await stage.enter("Anne Smith", "coordinator", language="en")
    assert await shown(anne) == ["1. Without a mentor: Roberts Krūmiņš (since today)"]
    assert "Agreed to take part" in said(await anne.tap("1"))
