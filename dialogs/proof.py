"""All texts of a dialog in the order in which a person meets them, for whoever proof-reads them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialogs.definition import Definition, Section, Step
from dialogs.errors import UnknownLanguage
from dialogs.kinds import Choice, Choices, Field, Kind, Listing, Ranking
from dialogs.timed import TimedGuide, texts_of_guide
from dialogs.wording import Wording

TOP = ("dialog", "step", "kind")
"""The columns before the languages."""

_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


@dataclass(frozen=True, kw_only=True)
class Text:
    """One text and where it stands: `step` is empty for the dialog's own, `step.field` in records.

    `kind` is title, intro, ask, again, more, why, label, heading, say or done.
    """

    dialog: str
    step: str
    kind: str
    texts: Mapping[str, str]

    def row(self, languages: Sequence[str]) -> list[str]:
        """The line of the table; a language the text lacks leaves its place empty."""
        return [self.dialog, self.step, self.kind, *(self.texts.get(one, "") for one in languages)]


def texts_of(definition: Definition | TimedGuide) -> Iterator[Text]:
    """Every text of the dialog or guide, each once."""
    for step, kind, wording in _every(definition):
        if wording is not None:
            yield Text(dialog=definition.id, step=step, kind=kind, texts=wording.texts)


def proof(
    definitions: Iterable[Definition | TimedGuide], languages: Sequence[str]
) -> list[list[str]]:
    """The head and the rows; raises UnknownLanguage, since an empty column would pass unseen."""
    texts = [text for definition in definitions for text in texts_of(definition)]
    for language in languages:
        if not any(language in text.texts for text in texts):
            raise UnknownLanguage(language=language)
    return [[*TOP, *languages], *(text.row(languages) for text in texts)]


def tsv(rows: Iterable[Sequence[str]]) -> str:
    r"""The rows as lines; a tab, line break or backslash in a text becomes \t, \n, \\."""
    return "".join("\t".join(cell.translate(_ESCAPED) for cell in row) + "\n" for row in rows)


_Worded = Iterator[tuple[str, str, Wording | None]]
"""Step, kind and the wording, None where it was not written."""


def _every(definition: Definition | TimedGuide) -> _Worded:
    if isinstance(definition, TimedGuide):
        yield from texts_of_guide(definition)
    else:
        yield from _worded(definition)


def _worded(definition: Definition) -> _Worded:
    yield "", "title", definition.title
    yield "", "intro", definition.intro
    for step in definition.steps:
        yield from _step(step)
    for section in definition.result:
        yield from _section(section)
    yield "", "done", definition.done


def _step(step: Step) -> _Worded:
    yield step.id, "ask", step.ask
    yield step.id, "again", step.again
    yield step.id, "more", step.more
    yield step.id, "why", step.why
    yield from _answer(step.id, step.answer)


def _answer(name: str, kind: Kind) -> _Worded:
    """Labels where they are written: a choice of an earlier step only repeats that step's."""
    if isinstance(kind, Ranking) or (isinstance(kind, Choice | Choices) and kind.of is None):
        for option in kind.options:
            yield name, "label", option.label
    elif isinstance(kind, Listing):
        for field in kind.fields:
            yield from _field(f"{name}.{field.id}", field)


def _field(name: str, field: Field) -> _Worded:
    yield name, "ask", field.ask
    yield name, "again", field.again
    yield name, "why", field.why


def _section(section: Section) -> _Worded:
    yield section.show or "", "heading", section.heading
    for inner in section.each:
        yield from _section(inner)
