"""Reads the questions and answers of a folder; an entry too thin to be found is a fault."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dialogs.source import Fault, LocatedDict, LocatedList, Unreadable, line_of, load_yaml
from knowledge.faq import Entry
from knowledge.folder_section import Section, Sheet
from mentoring.programme import ROLES, Text

PHRASINGS_MIN = 4
"""Fewer ways of asking and the index misses every second question (measured on held-out ones)."""

ANSWER_MAX = 1024
"""Characters; the smallest limit among our channels (WhatsApp, a text with buttons)."""


class FaqReader:
    """Reads the files of one folder one after another, since ids may not repeat across them."""

    def __init__(self, languages: Sequence[str]) -> None:
        self.languages = languages
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self._places: dict[str, str] = {}

    def read(self, path: Path) -> None:
        sheet = Sheet(file=str(path))
        try:
            self._read_list(sheet, load_yaml(path))
        except Unreadable as error:
            sheet.faults.append(error.fault)
        self.faults.extend(sheet.faults)

    def _read_list(self, sheet: Sheet, data: object) -> None:
        if not isinstance(data, LocatedList):
            sheet.blame(
                1, "the file is not a list of questions", 'Begin each one with "- id: ...".'
            )
            return
        for number, item in enumerate(data):
            if isinstance(item, LocatedDict):
                self._read_entry(Section(sheet, item, str(item.get("id") or f"no. {number + 1}")))
            else:
                line = line_of(data, number)
                sheet.blame(line, "this is not a question", 'Begin it with "- id: ...".')

    def _read_entry(self, section: Section) -> None:
        entry = Entry(
            id=self._id(section),
            question=section.texts("question", self.languages),
            answer=self._answers(section),
            phrasings=self._lists(section, "phrasings", PHRASINGS_MIN),
            keywords=self._lists(section, "keywords", 1),
        )
        section.close()
        self.entries.append(entry)

    def _id(self, section: Section) -> str:
        name = section.word("id", "travel-costs")
        if name in self._places:
            what = f"the id '{name}' is already used in {self._places[name]}"
            section.blame("id", what, "Give each question its own id.")
        elif name:
            self._places[name] = f"{section.sheet.file}:{section.line('id')}"
        return name

    def _answers(self, section: Section) -> Mapping[str, Text]:
        inner = section.section("answer", "{mentor: {lv: ..., en: ...}}")
        found = {role: inner.texts(role, self.languages) for role in ROLES if inner.has(role)}
        if not found and not inner.absent:
            what = f"{section.named('answer')} is for nobody"
            section.blame("answer", what, f"Name {_one_of(ROLES)}.")
        for role, texts in found.items():
            self._check_lengths(inner, role, texts)
        inner.close()
        return found

    def _check_lengths(self, inner: Section, role: str, texts: Text) -> None:
        for language, text in texts.items():
            if len(text) > ANSWER_MAX:
                what = f"{inner.named(role)} in '{language}' has {len(text)} characters"
                inner.blame(role, what, f"Shorten it to {ANSWER_MAX}.")

    def _lists(self, section: Section, key: str, least: int) -> Mapping[str, tuple[str, ...]]:
        inner = section.section(key, "{lv: [...], en: [...]}")
        found = {}
        for language in self.languages:
            faults = inner.fault_count
            found[language] = inner.words(language)
            if not inner.absent and inner.fault_count == faults and len(found[language]) < least:
                what = f"{inner.named(language)} has {len(found[language])} of at least {least}"
                inner.blame(language, what, "Add more, in the words people would use.")
        inner.close()
        return found


def _one_of(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"
