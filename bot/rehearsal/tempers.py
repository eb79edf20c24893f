"""How invented people behave: what each does on their own, and in answer to a message."""

from datetime import timedelta
from functools import partial

from bot.rehearsal import grow
from bot.rehearsal.cast import DILIGENT, FAST, ILL, LATE, SILENT
from bot.rehearsal.players import Player
from bot.rehearsal.script import SCRIPTS
from bot.rehearsal.stage import Stage
from bot.rehearsal.told import OF_TASK, Sent

SECOND_GROW = timedelta(days=60)
SILENT_AFTER = timedelta(days=21)
ILL_FROM, ILL_UNTIL = timedelta(days=32), timedelta(days=46)
ASKS_AFTER = timedelta(days=30)
EARLY = timedelta(days=6)
CHECK_IN_STEPS = 3
GROW_DAYS = 5

REMINDERS = ("nudge", "due_today", "late")
SPEED = {DILIGENT: 40, LATE: 23 * 60, SILENT: 120, ILL: 60, FAST: 5}
"""After how many minutes a check-in is answered."""


def begin(stage: Stage, player: Player) -> None:
    """Puts on the agenda what a mentee does unasked."""
    add, start = stage.agenda.add, stage.now
    first = start + timedelta(days=player.number % GROW_DAYS, minutes=300 + 7 * player.number)
    add(first, partial(_grow, stage, player))
    if player.temper != SILENT:
        add(first + SECOND_GROW, partial(_grow, stage, player))
    script = SCRIPTS[stage.language]
    if player.temper == ILL:
        add(start + ILL_FROM, partial(stage.say, player, script.pause))
        add(start + ILL_UNTIL, partial(stage.say, player, script.resume))
    if player.temper == FAST:
        asks = start + ASKS_AFTER + timedelta(days=player.number)
        add(asks, partial(stage.say, player, script.question))


async def _grow(stage: Stage, player: Player) -> None:
    dates = grow.step_dates(stage.today, stage.last, player.number)
    if await grow.walk(stage, player) and player.temper == FAST:
        for day in dates:
            ahead = timedelta(days=(day - stage.today).days) - EARLY
            early = stage.now + max(ahead, timedelta(hours=1))
            stage.agenda.add(early, partial(_finish_next, stage, player))


async def _finish_next(stage: Stage, player: Player) -> None:
    """Looks at the tasks and reports the first as done, before anybody reminds of it."""
    await stage.say(player, SCRIPTS[stage.language].tasks)
    if await stage.press(player, "task"):
        await stage.press(player, "task_done")


def answer(stage: Stage, sent: Sent) -> None:
    """Puts on the agenda what the message's reader will do about it."""
    player = stage.players[sent.person]
    if player.role != "mentee":
        _help(stage, player, sent)
    elif player.temper == SILENT and _days_in(stage) > SILENT_AFTER:
        return
    elif sent.kind == "check_in":
        after = stage.later(minutes=SPEED[player.temper])
        stage.agenda.add(after, partial(_check_in, stage, player, sent))
    elif sent.kind in REMINDERS and (found := OF_TASK.match(sent.key)):
        _remind(stage, player, sent.kind, int(found[1]))


def _days_in(stage: Stage) -> timedelta:
    return stage.today - stage.first


def _remind(stage: Stage, player: Player, kind: str, task: int) -> None:
    done = partial(_finish, stage, player, task)
    if player.temper in (DILIGENT, ILL, FAST):
        stage.agenda.add(stage.later(hours=23), done)
    elif player.temper == LATE and kind == "late":
        stage.agenda.add(stage.later(hours=20), done)
    elif player.temper == LATE and kind == "due_today" and task not in player.asked_for_time:
        player.asked_for_time.add(task)
        stage.agenda.add(stage.later(hours=2), partial(_more_time, stage, player, task))


async def _finish(stage: Stage, player: Player, task: int) -> None:
    if task not in stage.done:
        await stage.press(player, "task_done", task=task)


async def _more_time(stage: Stage, player: Player, task: int) -> None:
    if await stage.press(player, "task_time", task=task):
        await stage.press(player, "extend_to", task=task)


async def _check_in(stage: Stage, player: Player, sent: Sent) -> None:
    """A number where one is wanted, then a word, then nothing more to say."""
    session = sent.buttons[0].action.get("session") if sent.buttons else None
    week = 3 + (player.number + stage.today.toordinal() // 7) % 3
    await stage.press(player, "dialog", session=session, value=f"scale:{week}")
    await stage.say(player, SCRIPTS[stage.language].week)
    await stage.press(player, "dialog", session=session, value="skip")


def _help(stage: Stage, player: Player, sent: Sent) -> None:
    """Mentors and the coordinator do what a message asks of them, some hours later."""
    for do, hours in (("extend_grant", 3), ("ticket", 17), ("result", 2), ("silence_example", 1)):
        choice = next((each for each in sent.buttons if each.does(do, {})), None)
        if choice is not None:
            deed = partial(_act, stage, player, do, dict(choice.action))
            stage.agenda.add(stage.later(hours=hours), deed)


async def _act(stage: Stage, player: Player, do: str, action: dict[str, object]) -> None:
    what = {name: value for name, value in action.items() if name != "do"}
    if await stage.press(player, do, **what) and do == "ticket":
        await stage.say(player, SCRIPTS[stage.language].answer)
