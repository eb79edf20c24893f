"""A result taken home from Telegram: a file with a name one finds again."""

from functools import partial

from scheduler.clock import WoundClock
from store import sessions
from store.people import Person as Known
from store.work import Tx
from tests.channels.running import SCHOOL, Play, reads
from tests.paper import Paper
from tests.platforms.telegram import Person


async def kept(play: Play, person: Person, clock: WoundClock) -> None:
    def write(tx: Tx, known: Known) -> None:
        now, state = clock.now(), {"turn": 1}
        opened = sessions.begin(tx, known, programme=SCHOOL, dialog="grow", state=state, now=now)
        sessions.save(tx, known, opened, state, sessions.DONE, now)
        sessions.add_result(
            tx,
            known,
            programme=SCHOOL,
            dialog="grow",
            text="GROW saruna\n\nMērķis: iemācīties dziedāt",
            data={},
            session=opened.id,
            now=now,
        )

    await play.run(partial(write, known=await play.known(person)))


async def test_a_result_comes_as_a_pdf_file(play: Play, clock: WoundClock) -> None:
    """With its words in it, under the tool's name and the day."""
    anna = await play.enter("Anna")
    await kept(play, anna, clock)
    anna.send("rezultāti")
    await reads(anna, "Tavi rezultāti")
    await play.taps(anna, "GROW saruna")
    await play.taps(anna, "PDF")
    shown = anna.last()
    assert shown.kind == "document"
    assert shown.filename is not None
    assert shown.filename.startswith(f"grow-{clock.now():%Y-}")
    assert shown.filename.endswith(".pdf")
    assert shown.document is not None
    assert "iemācīties dziedāt" in Paper(shown.document).text
