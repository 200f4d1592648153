"""Nothing is lost and nothing comes twice: repeated deliveries, two workers, a Slack that fails."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.errors import RemoteError
from jobs.schedule import TIMETABLE
from tests.loop.reading_along import diary, digests, letters, others, questions, times
from tests.world import World, at

NOTE = "Tomorrow: send Gira two references."


@pytest.fixture
def promised(sold: World) -> World:
    """Wednesday, a minute before Ada's note about Thursday's promise."""
    sold.ada.runs("/client add Gira")
    sold.ada.runs("/promise send Gira two references by Thursday")
    sold.moves_to(at("2026-05-13 08:39"))
    return sold


def ticks(world: World) -> None:
    """One round of the worker."""
    for line in TIMETABLE:
        line.run(world.services)


def test_a_delivery_that_comes_twice_changes_nothing_more(sold: World) -> None:
    world = sold
    world.slack.faults.add("repeated", event="message", times=20)
    world.ada.posts("#deals", "Met Gira. I will send the pilot report by Thursday.")
    world.ada.dms("hello")
    world.moves_to(at("2026-05-12 11:00"))
    assert len(questions(world.ada)) == 1
    assert len([one for one in letters(world.ada) if "client promises" in one.text]) == 1
    world.ada.presses(questions(world.ada)[-1], "Yes")
    assert world.ada.runs("/promise list").words.count("pilot report") == 1


def test_a_delivery_whose_answer_got_lost_comes_again_and_counts_once(sold: World) -> None:
    world = sold
    world.slack.faults.add("answer_lost", event="message", times=1)
    world.ada.posts("#deals", "Met Gira. I will send the pilot report by Thursday.")
    world.town.settle()
    world.moves_to(at("2026-05-12 12:00"))
    assert len(questions(world.ada)) == 1


def test_slack_asks_for_patience(promised: World) -> None:
    world = promised
    world.slack.faults.add("ratelimited", method="chat.postMessage", retry_after=90)
    world.moves_to(at("2026-05-13 08:41"))
    assert others(world.ada) == []
    world.clock.pass_machine_time(timedelta(seconds=89))
    world.works()
    assert others(world.ada) == []
    world.clock.pass_machine_time(timedelta(seconds=2))
    world.works()
    assert [said for _, said in diary(world.ada)] == [NOTE]


@pytest.mark.parametrize("fault", ["server_error", "timeout_before", "timeout_after"])
def test_slack_fails_and_the_message_comes_once(promised: World, fault: str) -> None:
    world = promised
    world.slack.faults.add(fault, method="chat.postMessage", times=2)
    world.moves_to(at("2026-05-13 08:41"))
    for _ in range(4):
        world.clock.pass_machine_time(timedelta(minutes=3))
        world.works()
    assert [said for _, said in diary(world.ada)] == [NOTE]


def test_a_worker_dies_between_sending_and_marking(
    promised: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = promised
    with monkeypatch.context() as dying:
        dying.setattr("bot.store.sendings.Sendings.delivered", _dies)
        with pytest.raises(KeyboardInterrupt):
            world.moves_to(at("2026-05-13 08:41"))
    assert [said for _, said in diary(world.ada)] == [NOTE]
    world.works()  # another worker: the first one's lease still holds
    world.clock.pass_machine_time(timedelta(minutes=2))
    world.moves_to(at("2026-05-13 12:00"))
    assert [said for _, said in diary(world.ada)] == [NOTE]
    world.ada.presses(others(world.ada)[-1], "Sent")  # the message that came is the one known
    world.works()
    assert "Sent" not in others(world.ada)[-1].labels


def test_a_worker_dies_before_sending(promised: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world = promised
    with monkeypatch.context() as dying:
        dying.setattr("bot.slack.messenger.SlackMessenger.send", _dies)
        with pytest.raises(KeyboardInterrupt):
            world.moves_to(at("2026-05-13 08:41"))
    assert others(world.ada) == []
    world.clock.pass_machine_time(timedelta(minutes=2))
    world.works()
    assert [said for _, said in diary(world.ada)] == [NOTE]


def test_a_worker_dies_while_looking(promised: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world = promised
    with monkeypatch.context() as dying:
        dying.setattr("bot.flows.look_at_person.write_morning_note", _dies)
        with pytest.raises(KeyboardInterrupt):
            world.moves_to(at("2026-05-13 08:41"))
    world.works()
    assert others(world.ada) == []  # leased by the one who died
    world.clock.pass_machine_time(timedelta(minutes=3))
    world.works()
    assert [said for _, said in diary(world.ada)] == [NOTE]


def test_a_change_that_could_not_be_shown_is_shown_later(promised: World) -> None:
    world = promised
    world.moves_to(at("2026-05-13 09:00"))
    world.slack.faults.add("server_error", method="chat.update", times=2)
    world.ada.presses(others(world.ada)[-1], "Sent")
    for _ in range(3):
        world.works()
        world.clock.pass_machine_time(timedelta(minutes=1))
    assert "Sent" not in others(world.ada)[-1].labels


def test_slack_does_not_say_where_somebody_is(promised: World) -> None:
    world = promised
    world.slack.faults.add("server_error", method="users.info", times=1)
    world.moves_to(at("2026-05-13 08:41"))
    world.clock.pass_machine_time(timedelta(minutes=2))
    world.works()
    assert [said for _, said in diary(world.ada)] == [NOTE]


def test_what_slack_refuses_for_good_is_told_to_the_admin(promised: World) -> None:
    world = promised
    world.has_joined(world.max)
    world.max.opens_home()
    world.works()
    assert "Refused" not in world.max.home.words
    send, refused = world.services.messenger.send, []

    def refuse(*letter: object) -> object:
        if letter[0].person_id == world.ada.id and not refused:  # type: ignore[attr-defined]
            refused.append(letter)
            raise RemoteError("messages_tab_disabled", permanent=True)
        return send(*letter)  # type: ignore[arg-type]

    world.services.messenger.send = refuse  # type: ignore[method-assign, assignment]
    world.moves_to(at("2026-05-13 12:00"))
    assert others(world.ada) == []
    world.max.opens_home()
    world.works()
    assert "Refused by Slack for good: 1." in world.max.home.words
    world.moves_to(at("2026-05-14 09:00"))
    assert "Today: send Gira two references" in others(world.ada)[-1].text  # the next one comes


def test_three_workers_send_everything_once(sold: World) -> None:
    world = sold
    sellers = [world.ada, world.ben, world.cy, world.eve]
    world.has_joined(*sellers[1:])
    world.ada.runs("/client add Gira")
    for seller in sellers:
        seller.runs("/promise send Gira two references by Thursday")
    world.moves_to(at("2026-05-13 08:30"))
    world.ada.posts("#deals", "Delmar moved to negotiation, 40k")
    world.clock.set(at("2026-05-13 08:45"))
    assert together([lambda: [ticks(world) for _ in range(4)]] * 3) == []
    world.works()
    for seller in sellers:
        assert [one.text for one in others(seller)].count(NOTE) == 1
    assert len(questions(world.ada)) == 1
    assert [len(others(seller)) for seller in sellers] == [2, 1, 1, 1]


def test_two_presses_at_once_are_one(promised: World) -> None:
    world = promised
    world.moves_to(at("2026-05-13 09:00"))
    note = others(world.ada)[-1]
    broken = together([lambda: world.ada.presses(note, "Sent")] * 2)
    assert broken == []
    world.works()
    assert "No promise is open" in world.ada.runs("/promise list").words


def test_a_worker_that_was_away_for_days_sends_no_stale_note(promised: World) -> None:
    world = promised
    world.clock.set(at("2026-05-26 15:00"))
    world.works()
    assert len(digests(world.ada)) == 1
    notes = [one.text for one in others(world.ada)]
    assert all("Tomorrow" not in said and "Today" not in said for said in notes)
    assert len(notes) <= 1
    assert set(times(world.ada, letters(world.ada))) == {"Tue 26 May 15:00"}


def test_a_note_that_could_not_go_out_all_day_is_written_afresh(promised: World) -> None:
    world = promised
    world.slack.faults.add("ratelimited", method="chat.postMessage", retry_after=3_000)
    world.moves_to(at("2026-05-13 08:41"))
    world.clock.set(at("2026-05-14 09:00"))
    world.clock.pass_machine_time(timedelta(hours=1))
    world.works()
    world.moves_to(at("2026-05-14 12:00"))
    said = [said for _, said in diary(world.ada)]
    assert said == ["Today: send Gira two references. Did it go?"]


def _dies(*_given: object, **_named: object) -> None:
    """As by a signal: nothing in between may catch it."""
    raise KeyboardInterrupt


def together(acts: list[Callable[[], object]]) -> list[BaseException]:
    """All of them at the same moment, each in a thread; what went wrong."""
    broken: list[BaseException] = []
    ready = threading.Barrier(len(acts))

    def run(act: Callable[[], object]) -> None:
        ready.wait()
        try:
            act()
        except BaseException as error:  # noqa: BLE001 - handed back to the test
            broken.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return broken
