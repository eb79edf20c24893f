"""A mentee walks through GROW, with steps dated inside the rehearsal's period."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.rehearsal.players import Player
from bot.rehearsal.script import SCRIPTS
from bot.rehearsal.stage import Stage
from mentoring.mentions import ONE_DAY, open_day

STEPS = 3
DAYS_BETWEEN = 14
SHORTEST = STEPS + 1


async def walk(stage: Stage, player: Player) -> bool:
    """False where the period has no room left for three dated steps, or GROW does not begin."""
    dates = step_dates(stage, player.number)
    if not dates:
        return False
    script = SCRIPTS[stage.language]
    await stage.say(player, "/grow")
    if not await _begun(stage, player):
        return False
    for text in _until_choice(stage, player, dates[-1]):
        await stage.say(player, text)
    await stage.press(player, "dialog")
    for number, day in enumerate(dates):
        step = script.steps[(player.number + number) % len(script.steps)]
        for text in (step, f"{day:%d.%m.%Y}", script.report):
            await stage.say(player, text)
    await stage.press(player, "dialog", value="enough")
    await stage.say(player, script.yes)
    return True


async def _begun(stage: Stage, player: Player) -> bool:
    """Whether GROW asks its first question; else the answers would be taken for questions."""
    await stage.press(player, "dialog_fresh", dialog="grow")
    await stage.look()
    return bool(player.choices) and player.choices[-1].action["do"] == "dialog"


def _until_choice(stage: Stage, player: Player, deadline: date) -> Iterator[str]:
    """Goal, reality, options, and what speaks for and against each of them."""
    script = SCRIPTS[stage.language]
    yield script.goals[player.number % len(script.goals)]
    yield from (script.matters, script.sign, f"{deadline:%d.%m.%Y}", "4", script.so_far)
    good, bad = script.lists
    yield script.obstacles
    yield "\n".join(script.options)
    for _ in script.options:
        yield from (good, bad)


def step_dates(stage: Stage, number: int) -> tuple[date, ...]:
    """Two weeks apart where there is room; not on the same days for everybody, nor on days off."""
    today, last = stage.today, stage.last
    room = (last - today).days
    if room < SHORTEST:
        return ()
    apart = min(DAYS_BETWEEN, room // SHORTEST)
    shift = number % min(apart, STEPS)
    meant = (today + timedelta(days=apart * n + shift) for n in range(1, STEPS + 1))
    return tuple(_day_on(stage, day) for day in meant)


def _day_on(stage: Stage, day: date) -> date:
    """The next day that is not off, for people seldom plan a task for a Sunday."""
    found = open_day(stage.programme, day, ONE_DAY)
    return found if found is not None and found <= stage.last else day
