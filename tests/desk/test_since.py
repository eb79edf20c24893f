"""A second time with the same tool: the numbers of both, in the chat."""

from tests.desk.fixtures import Cast
from tests.desk.stage import Phone, said

FIRST, SECOND = ("3", "4", "2"), ("8", "9", "9")


async def reflected(phone: Phone, numbers: tuple[str, ...]) -> str:
    await phone.send("/riki")
    told = await phone.send("pēc tikšanās")
    if any(button["label"] == "Sākt no jauna" for one in told for button in one["buttons"]):
        await phone.tap("Sākt no jauna")
    for number in numbers:
        await phone.send(number)
    if int(numbers[-1]) < 5:
        await phone.send("izlaist")
    told = []
    for words in ("Sākt ar mazumu", "Kā izvēlēties skolu", "Mācīšos", "izlaist", "Patīk"):
        told += await phone.send(words)
    for words in ("Par klasi", "nē"):
        told += await phone.send(words)
    return said(told)


async def test_the_second_time_says_what_has_moved(cast: Cast) -> None:
    """One line each, what moved most first; the first time there is nothing to compare."""
    assert "→" not in await reflected(cast.elza, FIRST)
    told = await reflected(cast.elza, SECOND)
    lines = [line for line in told.splitlines() if "→" in line]
    assert [line.split(": ")[1] for line in lines] == ["2 → 9", "3 → 8", "4 → 9"]
