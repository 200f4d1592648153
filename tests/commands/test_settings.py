"""Each setting is named in .env.example, and what is missing or wrong is named all at once."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from dotenv import dotenv_values

from bot.errors import SettingsError
from bot.settings import Need, Settings, load_settings
from bot.wiring import build_model

PROJECT = Path(__file__).parents[2]
EXAMPLE = {name: value or "" for name, value in dotenv_values(PROJECT / ".env.example").items()}
GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "SLACK_SIGNING_SECRET": "s",
}
WRONG = {
    "DATABASE_URL": ("mysql://x", "alongside.db", "sqlite"),
    "SLACK_BOT_TOKEN": ("xoxp-1", "secret"),
    "SLACK_APP_TOKEN": ("xoxb-1", "a"),
    "SLACK_API_URL": ("slack.com", "ftp://slack.com"),
    "SHORT_COMMANDS": ("maybe", "2"),
    "COMMAND_PREFIX": ("as client", "/", "x" * 13),
    "PROMPTS_FOLDER": ("/no/such/folder",),
    "PORT": ("0", "65536", "http", "3000.5", "-1"),
    "TICK_SECONDS": ("0", "-1", "61", "nan", "inf", "soon"),
    "LOG_LEVEL": ("LOUD", "10"),
    "MODEL_URL": ("model.example", "http://model.example/v1", "https://a:b@c", "ftp://localhost"),
    "MODEL_SECONDS": ("0", "-1", "61", "nan", "inf", "soon"),
    "MODEL_CALLS_PER_DAY": ("-1", "many", "1.5"),
}


def test_the_example_names_every_setting_and_no_other() -> None:
    assert set(EXAMPLE) == {field.name.upper() for field in fields(Settings)}


def test_the_example_loads_for_every_process() -> None:
    settings = load_settings(EXAMPLE, frozenset(Need))
    for field in fields(Settings):
        if field.default not in ("", getattr(settings, field.name)):
            assert EXAMPLE[field.name.upper()].startswith(("xox", "xapp", "example"))


def test_each_setting_of_the_example_has_a_comment_of_its_own() -> None:
    lines = (PROJECT / ".env.example").read_text().splitlines()
    for line, above in zip(lines[1:], lines, strict=False):
        if "=" in line and not line.startswith("#"):
            assert above.startswith("# "), line


@pytest.mark.parametrize(("name", "said"), [(n, one) for n, all_ in WRONG.items() for one in all_])
def test_a_wrong_value_is_named(name: str, said: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings({**GOOD, name: said})
    assert raised.value.problems == ((name, "wrong"),)
    assert said not in str(raised.value) or said.isalnum()


def test_all_that_is_wrong_and_missing_is_named_at_once() -> None:
    environment = {name: said[0] for name, said in WRONG.items() if "TOKEN" not in name}
    with pytest.raises(SettingsError) as raised:
        load_settings(environment, frozenset(Need))
    named = dict(raised.value.problems)
    assert {name for name, code in named.items() if code == "wrong"} == set(environment)
    assert {name for name, code in named.items() if code == "missing"} == set(GOOD)


def test_a_token_that_is_wrong_is_not_called_missing_too() -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings({**GOOD, "SLACK_BOT_TOKEN": "xoxp-1"}, frozenset({Need.SOCKET_MODE}))
    assert raised.value.problems == (("SLACK_BOT_TOKEN", "wrong"),)


def test_an_address_of_a_model_needs_its_name() -> None:
    with pytest.raises(SettingsError) as raised:
        load_settings({"MODEL_URL": "https://model.example/v1"})
    assert raised.value.problems == (("MODEL_NAME", "missing"),)


@pytest.mark.parametrize(
    "url",
    ["https://model.example/v1/", "http://localhost:11434/v1", "http://127.0.0.1:1", "http://ollama",
     "http://10.0.0.7:8000/v1", "http://gpu.internal/v1", "http://[::1]:8080/v1"]
)  # fmt: skip
def test_in_the_clear_only_nearby(url: str) -> None:
    settings = load_settings({"MODEL_URL": url, "MODEL_NAME": "small"})
    model = build_model(settings)
    assert model is not None
    assert model.host == url.split("/")[2]
    assert model.calls_per_day == 200


def test_without_an_address_there_is_no_model() -> None:
    assert build_model(Settings(model_name="small")) is None


def alongside(
    folder: Path, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command as a stranger runs it, in a folder of their own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": str(PROJECT), **environment},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_run_without_tokens_says_which_and_ends(tmp_path: Path) -> None:
    ran = alongside(tmp_path, "run", SLACK_BOT_TOKEN="xoxp-wrong", PORT="many")
    assert ran.returncode == 2
    assert [line.split()[0] for line in ran.stderr.splitlines()[:-1]] == [
        "SLACK_BOT_TOKEN",
        "PORT",
        "SLACK_APP_TOKEN",
    ]
    assert ".env.example" in ran.stderr.splitlines()[-1]
    assert "xoxp-wrong" not in ran.stderr + ran.stdout
    assert "Traceback" not in ran.stderr


def test_settings_come_from_a_file_too(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SLACK_BOT_TOKEN=xoxb-1\nDATABASE_URL=sqlite:///mine.db\n")
    assert alongside(tmp_path, "upgrade").returncode == 0
    assert (tmp_path / "mine.db").exists()
