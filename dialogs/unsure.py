"""Answers that answer nothing: "nezinu", "idk", "negribu", "nekas", "neviens no tiem".

The whole text has to say so; a sentence that begins like this is an answer. Latvian and English
share one lexicon, since teenagers mix them.
"""

import re

from dialogs.human_words import fold, word_set

LONGEST = 60
"""Characters. Whoever writes more than this has said something."""

MOST_WORDS = 8
"""Likewise; the longest of the phrases has five, and people put words around them."""

_TOKEN = re.compile(r"[^\W_]+")
_DRAWN_OUT = re.compile(r"(.)\1{2,}")

_AROUND = word_set(
    "es nu tad bet ja laikam isti tiesam pagaidam tagad vel jau godigi sakot man par to tas tur te",
    "pat gan i im ive really just yet honestly well um hmm hm eh so sorry piedod it that about",
    "paldies thanks thank",
    "любой ну я",
)
"""Words that change nothing about it."""


def _said(*lines: str) -> frozenset[str]:
    phrases = [phrase for line in lines for phrase in line.split(" | ")]
    return frozenset(
        " ".join(word for word in fold(phrase).split() if word not in _AROUND) for phrase in phrases
    )


_UNSURE = _said(
    "nezinu | nezin | nez | nzn | nezinam | ko lai es zinu | kas to lai zina | nav ne jausmas",
    "ne jausmas | nav jausmas | bez jausmas | ne mazāko jausmu | neesmu pārliecināts",
    "neesmu pārliecināta | neesmu drošs | neesmu droša | neesmu domājis | neesmu domājusi",
    "neesmu padomājis | neesmu padomājusi | nav zināms | nav skaidrs | nav ideju",
    "nav nekādu ideju",
    "nav domu | grūti pateikt | grūti teikt | nevaru pateikt | nevaru izdomāt | nekas nenāk prātā",
    "nezinu ko rakstīt | nezinu ko teikt | nezinu kā | nezinu ko | nesaprotu | nesaprotu jautājumu",
    "kaut kas | kaut ko | kaut kā | kaut kad | gan jau | redzēsim | vienalga | vienalga kas | hz",
    "i dont know | idk | idek | dont know | dunno | no idea | no clue | not sure | no ideas",
    "i have no idea | have no idea | i dont get it | i dont understand | dont understand | unsure",
    "nothing comes to mind | hard to say | cant say | cant think of anything | whatever",
    "something",
    "varbūt | iespējams | maybe | perhaps | somehow | anything | dont care | i dont care",
    "не знаю | хз | незнаю",
)
_UNWILLING = _said(
    "negribu | negribas | nevēlos | negribu teikt | negribu atbildēt | negribu rakstīt | neteikšu",
    "nevēlos atbildēt | nevēlos teikt | slinkums rakstīt | nav vēlmes | neatbildēšu",
    "pofig | liec mieru | i dont want to | dont want to | dont want | i wont say",
    "i dont want to say | i dont want to answer | prefer not to say | rather not say | не хочу",
)
_NOTHING = _said(
    "nekas | neko | nekā | nekā nav | nav nekā | nav nekas | nav | nē | nea | ne | nekādu | nekādi",
    "nekāda | nekāds | nekādas | neviens | neviena | nevienu | neviens no tiem | neviena no tām",
    "neviens no šiem | neviena no šīm | nevienu no tiem | nevienu no tām | nekas no tā",
    "neko no tā",
    "nekas no šī | neko no šī | nekas no tiem | nekas neder | neviens neder | neviena neder",
    "nebija | nekas nebija | nekā nebija | nebija nekā | nebija nekas | neko vairāk | nekas vairāk",
    "nekas īpašs | neko īpašu | nekas cits | neko citu | nothing else | nothing special | n a",
    "nekas no minētā | nekas no šiem | neder | neder neviens | neder neviena | neder nekas",
    "none | none of them | none of these | none of those | none of the above | nothing | no | nope",
    "nothing of that | nothing of it | neither | nil | nada | nobody | no one | ничего | нет",
)

_EMPTY = _UNSURE | _UNWILLING | _NOTHING
_VOCABULARY = _AROUND.union(*(phrase.split() for phrase in _EMPTY))


def words_of(text: str) -> list[str]:
    """The folded words, with "don't" as one of them."""
    return _TOKEN.findall(fold(text).replace("'", "").replace("’", ""))


def is_unsure(words: list[str]) -> bool:
    """Whether they say nothing but that one does not know, or would rather not say."""
    said = _bare(words)
    return said in _UNSURE or said in _UNWILLING


def is_nothing(words: list[str]) -> bool:
    """Whether they say nothing but that there is nothing."""
    return _bare(words) in _NOTHING


def says_nothing(text: str) -> bool:
    """Either of the two."""
    return len(text) <= LONGEST and not _speaks(text) and _bare(words_of(text)) in _EMPTY


def says_no_more(text: str) -> bool:
    """Whether a text says that there is nothing, or nothing more."""
    return len(text) <= LONGEST and is_nothing(words_of(text))


def _speaks(text: str) -> bool:
    """Whether its first plain word is none of these, which spares folding what says something."""
    for word in text.split():
        if word.isascii() and word.isalpha():
            return word.lower() not in _VOCABULARY and not _DRAWN_OUT.search(word.lower())
    return False


def _bare(words: list[str]) -> str:
    """The words that decide, as one phrase; none where there are too many."""
    if not 0 < len(words) <= MOST_WORDS:
        return "?"
    phrase = " ".join([word for word in words if word not in _AROUND])
    return _DRAWN_OUT.sub(r"\1", phrase) or "?"
