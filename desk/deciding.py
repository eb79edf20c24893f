"""Who decides about more time, and what is put before them."""

from datetime import date

from desk import chores
from desk.deadlines import Deadline
from desk.visit import Visit, asked_by, button
from dialogs.human import format_date
from mentoring.message import Button
from store import people
from store.extensions import Extension


def decider(asker: Visit) -> Visit | None:
    """Whom the programme names; a coordinator where that is the mentor and there is none yet, or
    they are away. Never whoever asks: a mentor's own dates are a coordinator's to move."""
    if asker.programme.extensions.decides == "mentor":
        return chores.human(asker)
    return chores.helper(asker, "coordinator")


def may_decide(visit: Visit, asker: Visit, programme: str) -> bool:
    if programme != visit.part.programme or visit.person.id == asker.person.id:
        return False
    if people.has_role(visit.tx, visit.person.id, programme, "coordinator"):
        return True
    names_mentor = asker.programme.extensions.decides == "mentor"
    named = (decider(asker), chores.mentor(asker) if names_mentor else None)
    return any(one is not None and one.person.id == visit.person.id for one in named)


def put_before(human: Visit, asker: Visit, deadline: Deadline, request: Extension) -> None:
    text, buttons = words(human, asker, deadline, request)
    human.say(text, *buttons, kind="extension", why=asked_by(asker, extension=request.id))


def words(
    human: Visit, asker: Visit, deadline: Deadline, request: Extension
) -> tuple[str, list[Button]]:
    t, language = human.t, human.person.language
    wished = request.wished or deadline.due
    text = t(
        "extend-request",
        name=asker.person.name,
        title=deadline.title[language],
        due=format_date(deadline.due, language, human.today),
        wished=format_date(wished, language, human.today),
    )
    if request.reason:
        text += "\n" + t("extend-reason", reason=request.reason)
    waited = (human.now - request.asked_at).days
    if waited and (first := _left_by(human, asker)) is not None:
        text += "\n" + t("extend-undecided", days=waited, name=first.person.name)
    return text, _answers(human, request, wished)


def _answers(human: Visit, request: Extension, wished: date) -> list[Button]:
    grant = human.t("extend-grant", day=format_date(wished, human.person.language, human.today))
    return [
        button(grant, "extend_grant", extension=request.id, day=wished.isoformat()),
        button(human.t("extend-other"), "extend_other", extension=request.id),
        button(human.t("extend-refuse"), "extend_refuse", extension=request.id),
    ]


def _left_by(human: Visit, asker: Visit) -> Visit | None:
    """Who was asked first, where it is somebody else who decides now."""
    first = decider(asker)
    return first if first and first.person.id != human.person.id else None
