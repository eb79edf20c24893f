"""What the engine itself says, every language side by side."""

from collections.abc import Mapping
from functools import cache

from dialogs.wording import Wording

BUTTON_MAX = 20
"""Characters in a button's label, the narrowest platform's limit (WhatsApp reply buttons)."""

MARK = "✓ "
"""Put before a chosen option of several."""

PLACES = "①②③④⑤⑥⑦⑧⑨"
"""Put before an option with a place; unlike the "1." of one that is too long for its button."""

BUTTONS: Mapping[str, Mapping[str, str]] = {
    "yes": {"lv": "Jā", "en": "Yes"},
    "no": {"lv": "Nē", "en": "No"},
    "back": {"lv": "Atpakaļ", "en": "Back"},
    "skip": {"lv": "Izlaist", "en": "Skip"},
    "why": {"lv": "Kāpēc?", "en": "Why?"},
    "leave": {"lv": "Vēlāk", "en": "Later"},
    "enough": {"lv": "Pietiek", "en": "That's enough"},
    "in_order": {"lv": "Tāda secība", "en": "That's my order"},
    "resume": {"lv": "Turpināt", "en": "Continue"},
}

TEXTS: Mapping[str, Mapping[str, str]] = {
    "too_long": {
        "lv": "Šī ziņa ir par garu: rakstzīmju skaits ir {length}, bet ietilpst {limit}. "
        "Lūdzu, pasaki to īsāk.",
        "en": "That message is too long: it has {length} characters, and {limit} fit. "
        "Please say it in fewer words.",
    },
    "too_short": {
        "lv": "Te vajag mazliet vairāk: rakstzīmju skaits ir {length}, bet vajag vismaz {limit}. "
        "Pietiek ar vienu teikumu.",
        "en": "I need a little more here: that is {length} characters, at least {limit} are "
        "needed. One sentence is enough.",
    },
    "empty": {
        "lv": "Ziņa atnāca tukša. Pietiek ar pāris vārdiem.",
        "en": "That message came empty. A few words are enough.",
    },
    "no_words": {
        "lv": "Te vajag vārdus. Pietiek ar vienu vai diviem.",
        "en": "I need words here. One or two are enough.",
    },
    "attachment": {
        "lv": "Attēlu vai failu te saglabāt nevaru. Lūdzu, uzraksti vārdiem.",
        "en": "I can't keep a picture or a file here. Please put it in words.",
    },
    "attachment_aside": {
        "lv": "Attēlu vai failu te saglabāt nevaru, tāpēc lasu tikai vārdus.",
        "en": "I can't keep a picture or a file here, so I only read the words.",
    },
    "old_button": {
        "lv": "Šī poga bija no agrāka jautājuma. Tagad ir šis:",
        "en": "That button was from an earlier question. Now it is this one:",
    },
    "not_date": {
        "lv": "Dienu nesapratu. Raksti, piemēram, „rīt” vai „{example}”.",
        "en": "I didn't understand the day. Write, for example, “tomorrow” or “{example}”.",
    },
    "not_future": {
        "lv": "Tas jau ir pagātnē: {date}. Te vajag šodienu vai kādu dienu pēc tās.",
        "en": "That is in the past: {date}. I need today or a day after it.",
    },
    "passed": {
        "lv": "Kopš tu to rakstīji, šī diena jau ir pagājusi: {date}. Lūdzu, izvēlies jaunu.",
        "en": "Since you wrote it, this day has passed: {date}. Please choose a new one.",
    },
    "passed_of": {
        "lv": "„{item}”: kopš tu to rakstīji, šī diena jau ir pagājusi ({date}). "
        "Lūdzu, izvēlies jaunu.",
        "en": "“{item}”: since you wrote it, this day has passed ({date}). "
        "Please choose a new one.",
    },
    "not_past": {
        "lv": "Tas vēl ir priekšā: {date}. Te vajag šodienu vai kādu dienu pirms tās.",
        "en": "That is still to come: {date}. I need today or a day before it.",
    },
    "not_time": {
        "lv": "Laiku nesapratu. Raksti, piemēram, „15.30”.",
        "en": "I didn't understand the time. Write, for example, “15:30”.",
    },
    "not_number": {
        "lv": "Te vajag skaitli. Raksti to ar cipariem, piemēram, „{example}”.",
        "en": "I need a number here. Write it in digits, for example “{example}”.",
    },
    "not_whole": {
        "lv": "Te vajag veselu skaitli, piemēram, „{example}”.",
        "en": "I need a whole number here, for example “{example}”.",
    },
    "range": {
        "lv": "Te der skaitļi no {low} līdz {high}.",
        "en": "Numbers from {low} to {high} work here.",
    },
    "other_scale": {
        "lv": "Šeit skala ir no {low} līdz {high}, nevis līdz {of}. Cik tas būtu šeit?",
        "en": "The scale here goes from {low} to {high}, not to {of}. How much would it be here?",
    },
    "at_least": {
        "lv": "Te der {low} vai lielāks skaitlis.",
        "en": "Numbers from {low} up work here.",
    },
    "at_most": {
        "lv": "Te der skaitļi līdz {high}.",
        "en": "Numbers up to {high} work here.",
    },
    "not_yes_no": {
        "lv": "Pietiek ar „jā” vai „nē”.",
        "en": "“Yes” or “no” is enough.",
    },
    "not_option": {
        "lv": "Tādas atbildes te nav. Spied pogu vai raksti numuru no 1 līdz {count}.",
        "en": "That isn't among the answers. Tap a button or write a number from 1 to {count}.",
    },
    "unclear_option": {
        "lv": "Tas der vairākām atbildēm. Spied pogu vai raksti numuru no 1 līdz {count}.",
        "en": "That fits more than one answer. Tap a button or write a number from 1 to {count}.",
    },
    "too_many": {
        "lv": "Kopā te ietilpst {max}, bet ar šiem būtu {count}. Izvēlies, kas tev ir svarīgākais.",
        "en": "There is room for {max} here, and this would make {count}. "
        "Choose the most important ones.",
    },
    "repeated": {
        "lv": "Tas sarakstā jau ir: „{item}”. Uzraksti kaut ko citu.",
        "en": "That is on the list already: “{item}”. Write something different.",
    },
    "need_more": {
        "lv": "Kopā vajag vismaz {min}, pagaidām: {have}.",
        "en": "At least {min} are needed, so far: {have}.",
    },
    "too_few": {
        "lv": "Pagaidām izvēlēts: {have}. Vajag vismaz {min}.",
        "en": "Chosen so far: {have}. You need at least {min}.",
    },
    "nearest": {
        "lv": "Tas nekas. Izvēlies to, kas tavai atbildei ir vistuvāk.",
        "en": "Never mind. Choose what comes closest to your answer.",
    },
    "nearest_ones": {
        "lv": "Tas nekas. Atzīmē to, kas tev ir vistuvāk. Vajag vismaz {min}.",
        "en": "Never mind. Mark what comes closest to you. You need at least {min}.",
    },
    "left_out": {
        "lv": "Labi, to izlaižam.",
        "en": "All right, we'll leave that out.",
    },
    "weak_unsure": {
        "lv": "Tas nekas, pamēģināsim citādi.",
        "en": "Never mind, let's try another way.",
    },
    "weak_nothing": {
        "lv": "Skaidrs, pajautāšu citādi.",
        "en": "All right, I'll ask it another way.",
    },
    "weak_vague": {
        "lv": "Virziens jau ir.",
        "en": "That gives a direction already.",
    },
    "weak_no_number": {
        "lv": "Te palīdzētu skaitlis.",
        "en": "A number would help here.",
    },
    "weak_no_time": {
        "lv": "Te palīdzētu laiks, piemēram, diena vai mēnesis.",
        "en": "A time would help here, such as a day or a month.",
    },
    "weak_same_as": {
        "lv": "To tu jau rakstīji.",
        "en": "You have written that already.",
    },
    "weak_shorter_than": {
        "lv": "Te vajag mazliet vairāk vārdu.",
        "en": "A few more words would help here.",
    },
    "weak_after": {
        "lv": "Šī diena ({date}) ir vēlāk nekā jau pierakstītā ({other}).",
        "en": "This day ({date}) is later than the one noted before ({other}).",
    },
    "weak_before": {
        "lv": "Šī diena ({date}) ir agrāk nekā jau pierakstītā ({other}).",
        "en": "This day ({date}) is earlier than the one noted before ({other}).",
    },
    "needed": {
        "lv": "Šo jautājumu izlaist nevar, jo tālākais balstās uz to. Pietiek ar īsu atbildi.",
        "en": "This question can't be skipped, the rest builds on it. A short answer is enough.",
    },
    "at_first": {
        "lv": "Šis ir pirmais jautājums.",
        "en": "This is the first question.",
    },
    "no_why": {
        "lv": "Te nav nekā vairāk, ko paskaidrot. Atbildi, kā tev šķiet.",
        "en": "There is nothing more to explain here. Answer as you see it.",
    },
    "left": {
        "lv": "Viss ir saglabāts. Turpināt var jebkurā brīdī, arī pēc vairākām nedēļām: "
        "sāksim ar šo pašu jautājumu.",
        "en": "It is all saved. You can continue at any time, even weeks later: "
        "we'll start with this same question.",
    },
    "resumed": {
        "lv": "Turpinām no tās pašas vietas.",
        "en": "Let's go on from the same place.",
    },
    "moved": {
        "lv": "Piedod, kopš pēdējās reizes šīs sarunas jautājumi ir mainījušies. Turpinām no "
        "šejienes.",
        "en": "Sorry, the questions of this conversation have changed since last time. "
        "Let's go on from here.",
    },
    "finished": {
        "lv": "Šī saruna jau ir galā. Visas atbildes ir saglabātas.",
        "en": "This conversation is already finished. All the answers are saved.",
    },
    "end": {
        "lv": "Paldies, tas ir viss.",
        "en": "Thank you, that's all.",
    },
    "noted": {
        "lv": "Pierakstīju: {shown}.",
        "en": "Noted: {shown}.",
    },
    "taken_apart": {
        "lv": "Sapratu kā atsevišķas atbildes: {shown}. Ja tā ir viena, spied „Atpakaļ” un raksti "
        "bez komatiem.",
        "en": "I took these as separate answers: {shown}. If they are one, tap “Back” and write it "
        "without commas.",
    },
    "more_needed": {
        "lv": "Pierakstīju {have} no {min}. Kas vēl?",
        "en": "Noted, {have} of {min}. What else?",
    },
    "more_possible": {
        "lv": "Pierakstīju. Vai ir vēl kas? Ja nav, spied „Pietiek”.",
        "en": "Noted. Is there anything else? If not, tap “That's enough”.",
    },
    "ranked": {
        "lv": "Tava secība:",
        "en": "Your order:",
    },
    "unranked": {
        "lv": "Vēl bez vietas: {left}.",
        "en": "Still without a place: {left}.",
    },
    "ranked_twice": {
        "lv": "Divreiz nosauci „{item}”. Lūdzu, katru nosauc vienu reizi.",
        "en": "“{item}” is named twice. Please name each one once.",
    },
    "not_order": {
        "lv": "Secību nesapratu. Spied pogas vai raksti numurus, piemēram, „{example}”.",
        "en": "I didn't understand the order. Tap the buttons or write numbers, for example "
        "“{example}”.",
    },
    "too_many_words": {
        "lv": "Te ietilpst {max}, bet šeit ir {count}. Atstāj tos, kas tev ir svarīgākie.",
        "en": "There is room for {max} here, and these are {count}. Keep the ones that matter "
        "most to you.",
    },
    "long_word": {
        "lv": "Te der īsi vārdi, un „{item}” ir par garu. Vairākus vārdus atdali ar komatu.",
        "en": "Short words fit here, and “{item}” is too long. Put commas between several words.",
    },
    "so_far": {
        "lv": "Līdz šim:",
        "en": "So far:",
    },
}


def engine_text(key: str, language: str, **values: object) -> str:
    """One of the engine's texts, filled. Values are put in once and never read as placeholders."""
    return _wording(key).filled(language, lambda name: str(values[name]))


@cache
def _wording(key: str) -> Wording:
    return Wording(texts=TEXTS[key], line=0)
