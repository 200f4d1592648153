"""Every example of the guide to prompts is tried as it stands there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.prompts.catalogue import load
from bot.prompts.contract import MOST_GRADE, MOST_WORDS, MOST_WORDS_BESIDE_QUOTE, MOST_WORDS_OF_HELP
from bot.prompts.known_facts import FACTS
from bot.prompts.likeness import MOST_LIKENESS
from bot.settings import Settings
from bot.store.migrations import upgrade
from bot.wiring import Parts

GUIDE = (Path(__file__).parents[2] / "docs" / "prompts.md").read_text(encoding="utf-8")
ENTRY = re.search(r"```toml\n(.*?)```", GUIDE, re.DOTALL)[1]  # type: ignore[index]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deal_won.toml").write_text(ENTRY, encoding="utf-8")
    return tmp_path


def test_the_entry_of_a_folder_is_taken(folder: Path) -> None:
    prompt = load([folder]).get("won-where-to-celebrate")
    assert prompt is not None
    assert prompt.is_of_team
    assert [moment.value for moment in prompt.moments] == ["deal_won"]


def test_the_setting_brings_it_into_every_process(folder: Path, tmp_path: Path) -> None:
    settings = Settings(database_url=f"sqlite:///{tmp_path / 'a.db'}", prompts_folder=str(folder))
    parts = Parts(settings)
    assert parts.services.catalogue.get("won-where-to-celebrate") is not None
    parts.database.close()


def test_a_fault_in_the_folder_is_named_at_start(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (folder / "deal_lost.toml").write_text(ENTRY.replace("Who at", "Why push"), encoding="utf-8")
    (folder / "lunch.toml").write_text(ENTRY.replace("won-", "at-"), encoding="utf-8")
    url = f"sqlite:///{tmp_path / 'a.db'}"
    upgrade(url)
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    monkeypatch.setenv("PROMPTS_FOLDER", str(folder))
    assert main(["work"]) == 2
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 2, "all at once, one line each"
    assert "deal_lost.toml: won-where-to-celebrate text.en: ‘push’ presses the client" in told[0]
    assert "lunch.toml: at-where-to-celebrate moments: `moments` knows no ‘lunch’" in told[-1]


def test_the_figures_are_those_of_the_contract() -> None:
    said = " ".join(GUIDE.split())
    assert f"At most {MOST_WORDS} words, {MOST_WORDS_BESIDE_QUOTE} where" in said
    assert f"grade {MOST_GRADE:.0f} " in said
    assert f"at most {MOST_WORDS_OF_HELP} words" in said
    assert f"less than {MOST_LIKENESS:.2f}".replace("0.", ".") in said
    assert set(re.findall(r"`\{([a-z_]+)\}`", GUIDE)) == FACTS
