"""What can go wrong at the desk."""


class DeskError(Exception):
    """The desk could not decide."""

    def __str__(self) -> str:
        return super().__str__() or (type(self).__doc__ or "").strip()


class UnknownText(DeskError):
    """A system text is missing in a language."""


class UnknownProgramme(DeskError):
    """A person's programme is not among the loaded folders."""
