"""The first minutes: hello, what happens with a person's words, their consent, their language."""

from desk import menu, planning, stopping
from desk.visit import Visit, button
from desk.wording import LANGUAGES
from store import journal


def greet(visit: Visit) -> None:
    visit.say(visit.t("hello", programme=visit.programme.name[visit.person.language]))
    ask_consent(visit)


def ask_consent(visit: Visit) -> None:
    known = [lang for lang in LANGUAGES if lang in visit.programme.languages]
    visit.say(
        visit.t(f"consent-{visit.part.role}"),
        button(visit.t("consent-yes"), "consent", yes=True),
        button(visit.t("consent-no"), "consent", yes=False),
        *[
            button(visit.t("switch-language"), "language", language=other)
            for other in known
            if other != visit.person.language
        ],
    )


def remind_of_consent(visit: Visit) -> None:
    """Whatever is written before consent: nothing is done with it, and the question stands."""
    visit.say(visit.t("consent-first"))
    ask_consent(visit)


def consent(visit: Visit, yes: bool) -> None:
    """A "no" after the "yes" is the wish to be forgotten, and asked about once more."""
    if visit.person.consent_at is not None:
        if yes:
            menu.show(visit, visit.t("consent-had"))
        else:
            stopping.erase(visit, sure=False)
        return
    if not yes:
        visit.say(
            visit.t("consent-refused"),
            button(visit.t("consent-yes"), "consent", yes=True),
            button(visit.t("do-erase"), "erase", sure=False),
        )
        return
    visit.refresh(consent_at=visit.now, stopped_at=None, last_sign_at=visit.now)
    journal.note(visit.tx, actor=visit.person.id, act="consent", now=visit.now)
    planning.replan_person(visit)
    menu.show(visit, visit.t(f"welcome-{visit.part.role}"))


def language(visit: Visit, language: str) -> None:
    if language in visit.programme.languages:
        visit.refresh(language=language)
    if visit.person.consent_at is None:
        greet(visit)
    else:
        menu.show(visit, visit.t("language-changed"))
