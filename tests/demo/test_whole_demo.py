"""The demo as it is started by hand: the loop, kills in the middle, and what it refuses."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
from pathlib import Path

import pytest

from tests.demo.running import Running, free_port, start_demo, wait_for

pytestmark = pytest.mark.sockets


@pytest.mark.prove
def test_the_loop_with_kills_in_the_middle_and_a_restart_of_the_whole(tmp_path: Path) -> None:
    demo = Running(tmp_path)
    try:
        joins_and_keeps(demo)
        hears_of_a_recap_while_the_bot_is_dead(demo)
        answers_and_gets_the_note_though_the_worker_dies(demo)
        before = demo.now(), demo.hears("ada")
        is_killed_and_takes_its_processes_along(demo)
        demo = Running(tmp_path, demo.port)
        assert demo.hears("ada") == before[1]
        assert before[0] <= demo.now() < before[0] + 30, "the clock stood still meanwhile"
        demo.moves(move="friday")
        gets_one_digest(demo)
    finally:
        code = demo.stop()
    assert code == 0
    assert {log.name: log.read_text() for log in (tmp_path / ".demo").glob("*.log")} == {
        "slack.log": "",
        "bot.log": "",
        "worker.log": "",
    }


def joins_and_keeps(demo: Running) -> None:
    assert "Not read: Alongside is not in this channel." in demo.panel_words("ben")
    demo.acts("ben", "invite", channel=demo.channels["deals"], invitee=demo.bot)
    demo.presses("ben", "Both", "deals")
    demo.presses("ben", "Post it", "deals")
    demo.presses("ada", "Join", "deals")
    demo.presses("ada", "Choose")
    form = wait_for(lambda: demo.state("ada")["view"], "the form opens")
    field = next(block for block in form["blocks"] if block["block_id"] == "clients")["element"]
    three = [option["value"] for option in field["options"][:3]]
    values = {"clients": {field["action_id"]: three}}
    demo.acts("ada", "submit", view_id=form["id"], values=values)
    wait_for(lambda: demo.hears("ada")[-1].startswith("You keep: "), "the clients are kept")


def hears_of_a_recap_while_the_bot_is_dead(demo: Running) -> None:
    os.kill(demo.pid_of("bot"), signal.SIGKILL)
    demo.acts("ben", "app_post", channel=demo.channels["deals"], template="recap")
    wait_for(lambda: "Delmar Foods" in demo.panel_words("ada"), "the recap is read after all")
    demo.moves(move="end_of_meeting")
    wait_for(lambda: "Send the pilot report" in demo.hears("ada")[-1], "the promise is offered")
    assert "Offered to you" in demo.panel_words("ada")
    assert "What was decided only they can see." in demo.panel_words("ben")


def answers_and_gets_the_note_though_the_worker_dies(demo: Running) -> None:
    demo.presses("ada", "Yes")
    demo.acts("ada", "move_clock", move="tomorrow")
    os.kill(demo.pid_of("worker"), signal.SIGKILL)
    wait_for(lambda: not demo.state("ada")["clock"]["walking"], "the next worker walks on")
    notes = [said for said in demo.hears("ada") if said.startswith("Tomorrow: ")]
    assert len(notes) == 1
    assert "Delmar Foods" in notes[0]


def is_killed_and_takes_its_processes_along(demo: Running) -> None:
    children = [demo.pid_of(name) for name in ("slack", "bot", "worker")]
    demo.stop(signal.SIGKILL)
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children), "they end")


def gets_one_digest(demo: Running) -> None:
    assert sum("Your week with your clients" in said for said in demo.hears("ada")) == 1
    steps = demo.panel("ada")["tour"]
    assert [step["done"] for step in steps] == [True] * (len(steps) - 1) + [False]
    assert demo.hears("cy") == demo.hears("ben") == []


def test_a_taken_port_gets_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        refused = start_demo(tmp_path, port)
        said, complaint = refused.communicate(timeout=20)
    assert (refused.returncode, said) == (2, "")
    assert complaint.startswith(f"Port {port} is taken by another program.")


def test_a_second_demo_in_the_same_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / ".demo"
    folder.mkdir()
    with (folder / "demo.lock").open("wb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        refused = start_demo(tmp_path, free_port())
        _, complaint = refused.communicate(timeout=20)
    assert refused.returncode == 2
    assert complaint.startswith("A demo is running in this folder already")


def test_no_port_is_refused(tmp_path: Path) -> None:
    refused = start_demo(tmp_path, 70_000)
    _, complaint = refused.communicate(timeout=20)
    assert (refused.returncode, complaint) == (
        2,
        "The port is a number from 1 to 65535, not 70000.\n",
    )
