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


async def ran(phone: Phone, tool: str, *answers: str) -> str:
    """The last message of the tool, gone through with these answers."""
    await phone.send("/riki")
    told = await phone.send(tool)
    if any(button["label"] == "Sākt no jauna" for one in told for button in one["buttons"]):
        await phone.tap("Sākt no jauna")
    told = []
    for text in answers:
        told = await phone.send(text)
    return said(told)


def grow(goal: str, close: str) -> tuple[str, ...]:
    option = ("viens labums; otrs labums", "pietiek", "viens trūkums; otrs trūkums", "pietiek")
    steps = tuple(f"{word} {n}" for n in "123" for word in ("Darbs",))
    actions = tuple(one for step in steps for one in (step, "rīt", "Pateikšu"))
    return (
        *(goal, "Jo patīk", "Nospēlēju trīs dziesmas", "pēc mēneša", close, "izlaist"),
        *("Maz laika; Bail", "pietiek", "Kursi; Video; Draugs", *option * 3),
        *("1", *actions, "pietiek", "nē"),
    )


async def test_a_single_number_is_compared_beside_what_it_was_about(cast: Cast) -> None:
    """GROW asks for one; with another goal the same number means something else."""
    first = await ran(cast.elza, "grow", *grow("Iemācīties spēlēt ģitāru", "3"))
    assert "→" not in first
    assert "iepriekšējā reizē" not in first
    second = await ran(cast.elza, "grow", *grow("Nospēlēt koncertā", "6"))
    assert "Cik tuvu esmu, no 1 līdz 10: 3 → 6" in second
    assert "Mērķis iepriekšējā reizē: „Iemācīties spēlēt ģitāru”" in second
    third = await ran(cast.elza, "grow", *grow("Nospēlēt koncertā", "8"))
    assert "6 → 8" in third
    assert "iepriekšējā reizē" not in third


async def test_of_a_checklist_only_what_changed_is_said(cast: Cast) -> None:
    """By its labels, in the order of the list; an unchanged list says nothing."""
    await ran(cast.janis, "desmit soļi", "jā", *["nē"] * 9, "nē")
    second = await ran(cast.janis, "desmit soļi", "jā", "jā", "daļēji", *["nē"] * 7, "nē")
    assert [line for line in second.splitlines() if "→" in line] == [
        "2. Darba līgums: Vēl nav → Izdarīts",
        "3. Vienošanās: Vēl nav → Iesākts",
    ]
    third = await ran(cast.janis, "desmit soļi", "jā", "jā", "daļēji", *["nē"] * 7, "nē")
    assert "→" not in third
    fourth = await ran(cast.janis, "desmit soļi", *["jā"] * 10, "nē")
    assert fourth.count("→") == 6
    assert "vēl 2" in fourth


async def test_what_has_neither_numbers_nor_choices_reads_back_its_main_line(cast: Cast) -> None:
    """Where it was another one."""
    words = ("Klusums palīdz", "izlaist", "izlaist", "nē")
    await ran(cast.elza, "posma atziņa", *words)
    assert "iepriekšējā" not in await ran(cast.elza, "posma atziņa", *words)
    told = await ran(cast.elza, "posma atziņa", "Jautāt drīkst", "izlaist", "izlaist", "nē")
    assert "Mana atziņa iepriekšējā reizē: „Klusums palīdz”" in told
