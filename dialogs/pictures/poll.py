"""What a group answered to one question, as a picture that goes into the chat. Names nobody."""

from collections.abc import Callable, Mapping

from dialogs.pictures.phrases import phrase
from dialogs.pictures.picture import Picture
from dialogs.pictures.poll_bars import Bar, bars, columns, mean_under
from dialogs.pictures.poll_line import number_line
from dialogs.pictures.poll_quotes import QUOTES_MAX, quotes
from dialogs.pictures.poll_sheet import Block, drawn, legible, note, right_note
from dialogs.pictures.poll_words import WORDS_MAX, cloud
from mentoring.polls import Question, Tally, number_shown, right_shown, said


def draw_poll(question: Question, tally: Tally, language: str) -> Picture:
    """The picture of all kinds of questions; of one nobody answered it says so."""
    title = said(question.ask, language)
    blocks = _BLOCKS[question.kind](question, tally, language) if tally.count else _empty(language)
    foot = _foot(question, tally, language)
    told = _TOLD[question.kind](question, tally, language) if tally.count else []
    alt = "\n".join([" ".join(title.split()), *told, foot])
    return drawn(title, alt, language, blocks, foot)


def _empty(language: str) -> list[Block]:
    return [note(phrase("nobody", language))]


def _foot(question: Question, tally: Tally, language: str) -> str:
    if not tally.count:
        return ""
    if tally.right is None:
        return f"{phrase('answers', language)}: {tally.count}"
    share = f"{tally.right} {phrase('of', language)} {tally.count}"
    return f"{phrase('right_count', language)}: {share}"


def _chosen(question: Question, tally: Tally, language: str) -> list[Block]:
    most = max(tally.counts, default=0)
    rows = [
        Bar(
            label=legible(said(option, language), language),
            part=count / most if most else 0,
            value=str(count),
            right=place in question.right,
        )
        for place, (option, count) in enumerate(zip(question.options, tally.counts, strict=True))
    ]
    return [bars(rows, language)]


def _scale(question: Question, tally: Tally, language: str) -> list[Block]:
    values = range(question.low, question.high + 1)
    most = max(tally.counts)
    rows = [
        Bar(label=str(value), part=count / most, value=str(count))
        for value, count in zip(values, tally.counts, strict=True)
    ]
    mean = tally.mean or 0
    position = (mean - question.low + 0.5) / len(values)
    text = f"{phrase('mean', language)} {number_shown(mean, language)}"
    return [columns(rows), mean_under(position, text), *_right_number(question, language)]


def _right_number(question: Question, language: str) -> list[Block]:
    if question.right_number is None:
        return []
    number = number_shown(question.right_number, language)
    return [right_note(f"{phrase('right_number', language)}: {number}")]


def _number(question: Question, tally: Tally, language: str) -> list[Block]:
    least, mean, most = (value or 0 for value in (tally.least, tally.mean, tally.most))
    return [number_line(least, mean, most, language, question.right_number)]


def _words(_question: Question, tally: Tally, language: str) -> list[Block]:
    shown = [(legible(word, language), count) for word, count in tally.words]
    left = len(shown) - WORDS_MAX
    more = [note(f"{phrase('more', language)} {left}")] if left > 0 else []
    return [cloud(shown), *more]


def _texts(_question: Question, tally: Tally, language: str) -> list[Block]:
    return quotes([legible(text, language) for text in tally.texts], language)


def _ranking(question: Question, tally: Tally, language: str) -> list[Block]:
    rows = [
        Bar(
            label=f"{number}. {legible(label, language)}",
            part=(len(tally.places) + 1 - mean) / len(tally.places),
            value=number_shown(mean, language),
        )
        for number, label, mean in _order(question, tally, language)
    ]
    blocks = [bars(rows, language), note(phrase("place_note", language))]
    if question.right:
        text = f"{phrase('right_order', language)}: {right_shown(question, language)}"
        blocks.append(right_note(legible(text, language)))
    return blocks


def _order(question: Question, tally: Tally, language: str) -> list[tuple[int, str, float]]:
    """Place, label and mean place from the top; those with the same mean share a place."""
    means = sorted(zip(tally.places, range(len(tally.places)), strict=True))
    places = [mean for mean, _ in means]
    return [
        (places.index(mean) + 1, said(question.options[option], language), mean)
        for mean, option in means
    ]


def _told_options(question: Question, tally: Tally, language: str) -> list[str]:
    labels = [said(option, language) for option in question.options]
    marks = [
        f" ({phrase('right', language)})" if place in question.right else ""
        for place in range(len(labels))
    ]
    rows = zip(labels, marks, tally.counts, strict=True)
    return [f"{label}{mark}: {count}" for label, mark, count in rows]


def _told_scale(question: Question, tally: Tally, language: str) -> list[str]:
    values = range(question.low, question.high + 1)
    counted = zip(values, tally.counts, strict=True)
    rows = ", ".join(f"{value}: {count}" for value, count in counted)
    return [rows, *_told_number(question, tally, language)]


def _told_number(question: Question, tally: Tally, language: str) -> list[str]:
    found = {"least": tally.least, "mean": tally.mean, "most": tally.most}
    if question.right_number is not None:
        found["right"] = question.right_number
    said_of = [
        f"{phrase(name, language)} {number_shown(value or 0, language)}"
        for name, value in found.items()
    ]
    return [", ".join(said_of)]


def _told_words(_question: Question, tally: Tally, language: str) -> list[str]:
    return [", ".join(f"{word} ({count})" for word, count in tally.words)]


def _told_texts(_question: Question, tally: Tally, language: str) -> list[str]:
    left = len(tally.texts) - QUOTES_MAX
    more = [f"{phrase('more', language)} {left}"] if left > 0 else []
    return [*(f"– {' '.join(text.split())}" for text in tally.texts[:QUOTES_MAX]), *more]


def _told_ranking(question: Question, tally: Tally, language: str) -> list[str]:
    place = phrase("mean_place", language)
    rows = [
        f"{number}. {label} ({place}: {number_shown(mean, language)})"
        for number, label, mean in _order(question, tally, language)
    ]
    if question.right:
        rows.append(f"{phrase('right_order', language)}: {right_shown(question, language)}")
    return rows


_Blocks = Callable[[Question, Tally, str], list[Block]]
_BLOCKS: Mapping[str, _Blocks] = {
    "choice": _chosen,
    "choices": _chosen,
    "scale": _scale,
    "number": _number,
    "words": _words,
    "text": _texts,
    "ranking": _ranking,
}
_TOLD: Mapping[str, Callable[[Question, Tally, str], list[str]]] = {
    "choice": _told_options,
    "choices": _told_options,
    "scale": _told_scale,
    "number": _told_number,
    "words": _told_words,
    "text": _told_texts,
    "ranking": _told_ranking,
}
