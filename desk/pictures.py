"""Pictures of results: who may see one, and what it is drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desk import poll_pictures, sharing
from desk.poll_pictures import DrawablePoll, QuestionPicture
from desk.visit import Visit
from dialogs.definition import Definition
from store.sessions import Result

if TYPE_CHECKING:
    from dialogs.pictures import Picture

PREFIX = "result:"


@dataclass(frozen=True, kw_only=True)
class Drawable:
    """All that a picture is drawn from, so that drawing can happen outside the unit of work."""

    picture: str
    data: Mapping[str, Any]
    previous: Mapping[str, Any] | None
    definition: Definition
    language: str

    def draw(self) -> "Picture":
        from dialogs import pictures

        return pictures.draw(
            self.picture, self.data, self.language, self.previous, definition=self.definition
        )


Shown = Drawable | DrawablePoll | QuestionPicture
"""Whatever a message may show."""


def named(visit: Visit, name: str) -> Shown | None:
    """What a message's picture shows, if this person may see it now."""
    if poll_pictures.is_one(name):
        return poll_pictures.find(visit, name)
    number = name.removeprefix(PREFIX)
    return find(visit, int(number)) if number.isdigit() else None


def address(name: str) -> str:
    """A picture's name as part of a web address: "result:17" is 17, "poll:3:0" is poll-3-0."""
    return name.removeprefix(PREFIX).replace(":", "-")


def at_address(part: str) -> str:
    """The name behind such an address."""
    return f"{PREFIX}{part}" if part.isdigit() else part.replace("-", ":")


def show(visit: Visit, owner: Visit, result: Result) -> None:
    """Sends the picture of a result, where its dialog draws one. Rights are the caller's matter."""
    found = drawable(visit, owner, result)
    if found is not None:
        visit.say(
            visit.t("picture", title=found.definition.title.in_language(visit.person.language)),
            image=f"{PREFIX}{result.id}",
            alt=found.draw().alt,
            **shown_of(visit, owner, result),
        )


def shown_of(visit: Visit, owner: Visit, result: Result) -> dict[str, Any]:
    """What `Visit.say` wants to know of a message that shows a result to another than its owner."""
    return {} if owner is visit else {"of": owner.person.id, "shows": [result.id]}


def find(visit: Visit, result: int) -> Drawable | None:
    """The picture of a result this person may see now: their own, or one shared with them."""
    for owner in sharing.owners(visit, result):
        for one in sharing.readable(visit, owner):
            if one.id == result:
                return drawable(visit, owner, one)
    return None


def drawable(visit: Visit, owner: Visit, result: Result) -> Drawable | None:
    """What the picture of a result is drawn from. Rights are the caller's matter."""
    definition = visit.loaded.dialogs.get(result.dialog)
    if definition is None or definition.draw is None:
        return None
    earlier = sharing.earlier(sharing.readable(visit, owner), result)
    return Drawable(
        picture=definition.draw,
        data=result.data,
        previous=earlier.data if earlier else None,
        definition=definition,
        language=visit.person.language,
    )
