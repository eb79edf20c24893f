"""What the documents say is what the program does."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from bot.settings import PREFIX, Settings
from dialogs.build import _DIALOG_KEYS, _STEP_KEYS
from dialogs.load import load_any
from knowledge.folder import check_folder
from mentoring.programme import RETAINED, Programme, Rules

ROOT = Path(__file__).parent.parent.parent
BLOCK = re.compile(r"```yaml\n# (\S+\.yaml)\n(.*?)```", re.DOTALL)
GUIDE = re.compile(r"```markdown\n(.*?)```", re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)#:]+)\)")


def document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def settings_rows() -> list[str]:
    """The rows of the settings table as docs/running.md shows them."""
    return [
        f"| `{PREFIX}{name.upper()}` | {_default(field.default)} | {field.description} |"
        for name, field in Settings.model_fields.items()
    ]


def _default(value: object) -> str:
    return "not set" if value is None else f"`{value}`"


def test_the_settings_are_as_described() -> None:
    """Every setting has its row, with its default and its own description."""
    lines = document("docs/running.md").splitlines()
    assert [line for line in lines if line.startswith(f"| `{PREFIX}")] == settings_rows()


def test_the_example_programme_is_in_order(tmp_path: Path) -> None:
    """All examples of docs/programmes.md together are a sound folder."""
    text = document("docs/programmes.md")
    files = dict(BLOCK.findall(text))
    files["guides/first.md"] = GUIDE.findall(text)[0]
    for name, content in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert set(files) >= {
        "programme.yaml",
        "faq/tools.yaml",
        "dialogs/workshop.yaml",
        "polls/workshop-quiz.yaml",
    }
    assert check_folder(tmp_path) == []
    assert load_any(tmp_path / "dialogs" / "workshop.yaml")[1] == []


@pytest.mark.parametrize(
    "key",
    [
        *(field.name for field in fields(Programme) if field.name != "rules"),
        *(f"rules.{field.name}" for field in fields(Rules)),
        *RETAINED,
        *_DIALOG_KEYS,
        *_STEP_KEYS,
    ],
)
def test_every_key_is_described(key: str) -> None:
    """A key that is nowhere described can't be found by whoever writes a programme."""
    assert f"`{key}" in document("docs/programmes.md")


@pytest.mark.parametrize("name", ["README.md", "docs/programmes.md", "docs/running.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Every file a document points to is there; pictures are made apart."""
    folder = (ROOT / name).parent
    missing = [link for link in LINK.findall(document(name)) if not (folder / link).exists()]
    assert missing == []
