"""What can go wrong in the dialog room, under one root."""

from typing import Any


class DialogsError(Exception):
    """Something in the dialog room went wrong."""

    def __init__(self, message: str | None = None, **facts: Any) -> None:
        super().__init__(message or self.__doc__ or "")
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.args[0]} ({facts})" if facts else str(self.args[0])


class UnknownLanguage(DialogsError):
    """The dialog has no texts in this language."""


class MissingValue(DialogsError):
    """The dialog needs a value from outside that was not given at its start."""


class WrongDialog(DialogsError):
    """This session belongs to another dialog."""


class UnknownPicture(DialogsError):
    """No picture of this name can be drawn."""


class BrokenLibrary(DialogsError):
    """A dialog of the library has faults and can't be offered to anybody."""
