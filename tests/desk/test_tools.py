"""Every walkthrough of the library, from the chat: begun, walked to its end, kept as a result."""

from pathlib import Path

import pytest

from desk.poll_dialogs import COMPOSING
from dialogs.load import load_library
from store import sessions
from store.sessions import Result
from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, Stage
from tests.dialogs.transcript import Transcript

TRANSCRIPTS = Path(__file__).parent.parent / "transcripts"
TOOLS = sorted(
    name
    for name, one in load_library().items()
    if not one.family and name not in ("interests", *COMPOSING)
)
"""All but what the programme asks by itself, and what a mentor's poll is written with."""


def walker(cast: Cast, dialog: str) -> Phone:
    audience = load_library()[dialog].audience
    return cast.janis if audience and "mentee" not in audience else cast.elza


@pytest.mark.parametrize("dialog", TOOLS)
async def test_a_tool_is_walked_from_the_chat_to_its_result(
    stage: Stage, cast: Cast, dialog: str
) -> None:
    """The same answers as in its golden transcript, through the desk; a picture where it draws."""
    phone = walker(cast, dialog)
    script = Transcript(TRANSCRIPTS / f"{dialog}_lv.txt")
    await stage.wind(f"{script.today}T09:00")
    await phone.send("/riki")
    await phone.send(load_library()[dialog].title.in_language("lv"))
    for given in script.inputs:
        await answered(phone, given)
    person = await stage.read(lambda tx: stage.known(tx, phone.person))
    kept = await stage.read(lambda tx: sessions.results(tx, person))
    assert [one.dialog for one in kept] == [dialog]
    await has_its_pdf(phone, kept[0])
    pictures = [m for m in await phone.all() if m["image"]]
    assert bool(pictures) == bool(load_library()[dialog].draw)
    assert all(m["image_alt"] for m in pictures)
    assert "kaut kas nogāja greizi" not in await phone.text()


async def has_its_pdf(phone: Phone, result: Result) -> None:
    """The PDF stands under the result as soon as it is shown, unless two are still to compare."""
    (shown,) = [m for m in await phone.all() if m["text"] == result.text]
    together = load_library()[result.dialog].together
    labels = [button["label"] for button in shown["buttons"]]
    assert labels == ([] if together else ["PDF"])
    if not together:
        (sent,) = await phone.press(shown["buttons"][0]["key"])
        assert sent["document"] == f"/chat/{phone.token}/documents/{result.id}.pdf"


async def answered(phone: Phone, given: str) -> None:
    """One line of a transcript: "> typed", "[tapped]", "# remark"."""
    if given.startswith("["):
        await phone.tap(given.strip("[]"))
    elif given.startswith(">"):
        await phone.send("\n".join(line[2:] for line in given.splitlines()))


async def all_tools(phone: Phone) -> list[str]:
    """Every label on every shelf; no message holds more than a thumb can find."""
    found: list[str] = []
    await phone.send("/riki")
    for shelf in await phone.labels():
        await phone.send("/riki")
        await phone.tap(shelf)
        labels = await phone.labels()
        assert len(labels) <= MOST_ON_A_SHELF
        found += labels[:-1]
    return found


MOST_ON_A_SHELF = 9


async def test_the_list_of_tools_is_for_the_role(stage: Stage, cast: Cast) -> None:
    """A mentee is not offered the mentor's forms, nor a mentor the mentee's."""
    titles = {d: load_library()[d].title.in_language("lv") for d in TOOLS}
    mentee, mentor = await all_tools(cast.elza), await all_tools(cast.janis)
    assert titles["observe"] in mentor
    assert titles["observe"] not in mentee
    assert titles["wheel"] in mentee
    assert titles["grow"] in mentor  # as in the mentor's menu
    assert len(set(mentee)) == len(mentee)
    for composing in COMPOSING:  # begun from a poll only
        assert load_library()[composing].title.in_language("lv") not in mentor
    assert await all_tools(cast.ilze)
