"""What must hold after any crash, judged by what the people saw and what the database says."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from itertools import chain

from tests.torture import ledger
from tests.torture.cast import Role
from tests.torture.ground import Place


@dataclass(kw_only=True)
class Count:
    """What became of one run, or of many together."""

    runs: int = 0
    kills: int = 0
    inputs: int = 0
    inputs_lost: int = 0
    replies: int = 0
    replies_lost: int = 0
    repeated: int = 0  # uncertain, and repeated by policy
    unrepeated: int = 0  # uncertain, and by policy not repeated
    duplicates: int = 0  # any others
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        for each in fields(self):
            setattr(self, each.name, getattr(self, each.name) + getattr(other, each.name))

    @property
    def good(self) -> bool:
        return not (self.inputs_lost or self.replies_lost or self.duplicates or self.wrong)


def judge(place: Place, inputs: Iterable[str], doubts: Iterable[ledger.Row]) -> Count:
    """`inputs` are what the events of all inputs that count must end with; `doubts` the rows that
    were on their way when a process died."""
    count = Count(runs=1)
    _accepted(place, list(inputs), count)
    _told(place, list(doubts), count)
    count.wrong += [f"left over: {each}" for each in ledger.unsettled(place.store)]
    count.wrong += [f"uncertain, and nobody sees it: {row}" for row in ledger.hidden(place.store)]
    if (states := ledger.reminders(place.store)) - {"fired"}:
        count.wrong.append(f"reminders are {states}")
    if any(role.leaves for role in place.cast) and not ledger.erased(place.store, "Dora"):
        count.wrong.append("not erased")
    return count


def _accepted(place: Place, inputs: list[str], count: Count) -> None:
    """Each input has one row, and that one was handled."""
    accepted = ledger.inbox(place.store)
    for ending in inputs:
        states = [state for event, state in accepted if event.endswith(ending)]
        count.inputs += 1
        count.inputs_lost += states.count("done") == 0
        if len(states) > 1 or set(states) - {"done"}:
            count.wrong.append(f"input {ending}: {states}")


def _told(place: Place, doubts: list[ledger.Row], count: Count) -> None:
    """`excused` are texts that may stand there once more, or (not repeated) be missing."""
    again = Counter(row.text for row in doubts if row.repeated)
    missing = Counter(row.text for row in ledger.uncertain(place.store))
    known = {row.text for row in doubts if not row.repeated}
    if set(missing) - known:
        count.wrong.append("uncertain though it was not on its way when a process died")
    count.unrepeated += missing.total()
    for place_of, role in zip(place.persons, place.cast, strict=True):
        heard = Hearing(role.name, role.told, again)
        for shown in place_of.messages():
            heard.listen(_first_text(place, shown.message_id, shown.text))
        heard.end(count, missing)
        _held(place, role, count)


def _held(place: Place, role: Role, count: Count) -> None:
    """What somebody asleep is to hear is there once, and nothing else is."""
    texts = ledger.held(place.store, role.name)
    count.replies += len(role.held)
    for part in role.held:
        times = sum(part in text for text in texts)
        count.replies_lost += times == 0
        count.duplicates += max(0, times - 1)
    if len(texts) > len(role.held):
        count.wrong.append(f"{role.name} is held back: {texts}")


def _first_text(place: Place, message_id: int, text: str) -> str:
    """What it said when it was sent, whatever an edit made of it."""
    return next((one.text for one in place.bot.sent if one.message_id == message_id), text)


class Hearing:
    """One person's chat, read from its beginning."""

    def __init__(self, name: str, told: tuple[tuple[str, ...], ...], again: Counter[str]) -> None:
        self._name, self._again = name, again
        self._left = [list(each) for each in told]
        self._heard: Counter[str] = Counter()
        self._count = Count()

    def listen(self, text: str) -> None:
        thread = next((each for each in self._left if each and each[0] in text), None)
        if thread is not None and not self._heard[text]:
            thread.pop(0)
            self._count.replies += 1
        elif not self._heard[text]:
            self._count.wrong.append(f"{self._name} was told out of order, or not theirs: {text}")
        elif self._again[text] > 0:
            self._again[text] -= 1
            self._count.repeated += 1
        else:
            self._count.duplicates += 1
        self._heard[text] += 1

    def end(self, count: Count, missing: Counter[str]) -> None:
        """What was never heard is lost, unless it is uncertain and not repeated."""
        for part in chain.from_iterable(self._left):
            text = next((text for text, n in missing.items() if n and part in text), None)
            if text is None:
                self._count.replies_lost += 1
                self._count.wrong.append(f"{self._name} was not told: {part}")
            else:
                missing[text] -= 1
        count.add(self._count)
