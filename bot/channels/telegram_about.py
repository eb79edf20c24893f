"""What a bot says of itself in Telegram: its description and its commands, in each language."""

from collections.abc import Mapping

from bot.channels.telegram import About
from desk.wording import LANGUAGES, wording

COMMANDS = (
    *(("menu", "about-menu"), ("grow", "about-grow"), ("uzdevumi", "about-tasks")),
    *(("rezultati", "about-results"), ("jautajumi", "about-questions")),
    *(
        ("valoda", "about-language"),
        ("kanali", "about-channels"),
        ("laiks", "about-lives"),
        ("dati", "about-data"),
    ),
    *(("pauze", "about-pause"), ("turpinat", "about-resume"), ("help", "about-help")),
)


def about() -> Mapping[str, About]:
    """Latvian first: it is what a phone in any other language is shown."""
    return {language: _in(language) for language in LANGUAGES}


def _in(language: str) -> About:
    t = wording(language)
    return About(
        description=t("about-description"),
        short=t("about-short"),
        commands=tuple((name, t(text)) for name, text in COMMANDS),
    )
