"""The commands of the command line, as a stranger types them."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from bot.__main__ import main

RECAP = {"type": "message", "user": "U1", "text": "Met with Delmar Foods today.", "ts": "1.000001"}


@pytest.mark.parametrize("command", ["demo", "run", "work", "manifest", "read", "upgrade"])
def test_help_tells_what_each_command_is_for(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    line = next(
        line for line in capsys.readouterr().out.splitlines() if line.startswith(f"    {command} ")
    )
    assert len(line.split()) > 4
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"])
    assert ended.value.code == 0
    assert f"alongside {command}" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["unheard-of"], ["read"], ["demo", "--port", "x"]])
def test_a_wrong_command_line_ends_with_2_and_says_what_is_right(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: alongside" in capsys.readouterr().err


def read(capsys: pytest.CaptureFixture[str], path: Path | str) -> tuple[int, list[dict], str]:  # type: ignore[type-arg]
    code = main(["read", str(path)])
    said = capsys.readouterr()
    return code, [json.loads(line) for line in said.out.splitlines()], said.err


@pytest.mark.parametrize(
    "lines",
    [
        json.dumps(RECAP),
        json.dumps({"id": "p1", "event": RECAP}),
        json.dumps([RECAP]),
        json.dumps([RECAP], indent=2),
    ],
    ids=["bare", "with an id", "export", "export over lines"],
)
def test_read_takes_each_form_of_a_post(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lines: str
) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(lines + "\n")
    code, found, _ = read(capsys, path)
    assert code == 0
    (one,) = found
    assert set(one) >= {"id", "kind", "event", "client", "facets", "promises"}
    assert (one["kind"], one["client"]) == ("meeting_held", "Delmar Foods")


def test_read_takes_the_input(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(RECAP)))
    assert len(read(capsys, "-")[1]) == 1


@pytest.mark.parametrize("bad", ["{", "[1]", "7", '"x"', "null", "not json"])
def test_a_bad_line_is_named_and_the_others_are_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: str
) -> None:
    path = tmp_path / "posts.jsonl"
    path.write_text(f"{json.dumps(RECAP)}\n{bad}\n{json.dumps(RECAP)}\n")
    code, found, said = read(capsys, path)
    assert (code, len(found)) == (1, 2)
    assert "Line 2" in said


def test_a_file_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found, said = read(capsys, tmp_path / "none.jsonl")
    assert (code, found) == (2, [])
    assert "There is no file" in said


def test_a_file_that_is_no_text_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "posts.jsonl").write_bytes(b"\xff\xfe\x00\x80" * 9)
    code, found, said = read(capsys, tmp_path / "posts.jsonl")
    assert (code, found) == (1, [])
    assert "Line 1" in said


def test_upgrade_makes_the_database_and_leaves_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new/folder/alongside.db")
    for _ in range(2):
        assert main(["upgrade"]) == 0
        assert "up to date" in capsys.readouterr().out
