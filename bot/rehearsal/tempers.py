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
ILL_FROM, ILL_DAYS = timedelta(days=32), 14
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
        add(start + ILL_FROM, partial(_fall_ill, stage, player))
    if player.temper == FAST:
        asks = start + ASKS_AFTER + timedelta(days=player.number)
        add(asks, partial(stage.say, player, script.question))


async def _fall_ill(stage: Stage, player: Player) -> None:
    """Says so, and for how long."""
    await stage.say(player, SCRIPTS[stage.language].ill)
    await stage.press(player, "pause_days", days=ILL_DAYS)


async def _grow(stage: Stage, player: Player) -> None:
    dates = grow.step_dates(stage, player.number)
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
    if player.temper == SILENT and _days_in(stage) > SILENT_AFTER:
        return
    if player.role != "mentee":
        _help(stage, player, sent)
        return
    if any("session" in each.action for each in sent.buttons):  # also below a reminder
        after = stage.later(minutes=SPEED[player.temper])
        stage.agenda.add(after, partial(_check_in, stage, player, sent))
    if sent.kind in REMINDERS and (found := OF_TASK.match(sent.key)):
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
    """Taps where something can be tapped, else says a word; then there is nothing more to say."""
    session = next((s for b in sent.buttons if (s := b.action.get("session"))), None)
    week = (player.number + stage.today.toordinal() // 7) % 3
    for number in range(CHECK_IN_STEPS):
        await stage.look()
        asked = player.choice("dialog", session=session, value="leave")
        if asked is None or asked.row in player.answered:
            return
        player.answered.add(asked.row)
        await _say_something(stage, player, asked.row, week, quiet=number > 1)


async def _say_something(stage: Stage, player: Player, row: int, week: int, *, quiet: bool) -> None:
    """A figure from 3 to 5, the option in the middle, or a word; what can be skipped last is."""
    here = [each.action for each in player.choices if each.row == row and each.does("dialog", {})]
    values = [str(action["value"]) for action in here]
    taps = [value for value in values if value.startswith(("scale:", "choice:", "yes"))]
    if quiet and "skip" in values:
        chosen = "skip"
    elif taps:
        chosen = f"scale:{3 + week}" if f"scale:{3 + week}" in taps else taps[len(taps) // 2]
    else:
        script, step = SCRIPTS[stage.language], await stage.step(player)
        await stage.say(player, script.words.get(step, script.otherwise))
        return
    await stage.press(player, "dialog", session=here[0]["session"], value=chosen)


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
