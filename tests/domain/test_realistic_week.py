"""A realistic week of Ada's: nine meetings, six deal moves, three promises, four cooling clients.

Her messages stand here in full. She answers within ten minutes; her week is full on Wednesday.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.cadence import Kept, owed
from bot.domain.deciding import decide
from bot.domain.decision import Asked, Decision, Outcome, PastNudge
from bot.domain.digest_lines import next_digest_at
from bot.domain.letters import GiveIdea, ListLine, MeetingLine, PromiseLine
from bot.domain.moments import Moment
from bot.domain.morning import compose_note, first_meeting_on, note_at
from bot.domain.promises import stage_on
from bot.domain.quiet import at_local, zone_named
from bot.domain.schedule import Schedule, Span
from bot.domain.vocabulary import MomentKind, NudgeKind, NudgeState
from bot.prompts.catalogue import load

BERLIN = "Europe/Berlin"
MON, TUE, WED, THU, FRI = WEEK = [date(2026, 11, 23 + n) for n in range(5)]
GOALS = {"gira": "fewer callouts at night"}
# Day, start, end and client of each client meeting; nobody's is the team's own.
MEETINGS = [
    (MON, "10:00", "10:45", "delmar"),
    (MON, "11:00", "12:00", "osprey"),
    (TUE, "09:00", "09:45", "tern"),
    (TUE, "14:00", "15:00", "holm"),
    (WED, "13:00", "14:00", "gira"),
    (WED, "14:15", "15:00", "vela"),
    (THU, "09:30", "10:15", "delmar"),
    (THU, "15:00", "16:00", "arden"),
    (FRI, "10:00", "11:00", "gira"),
]
DEAL_MOVES = [
    (MON, "16:20", "vela", MomentKind.DEAL_MOVED),
    (MON, "16:50", "gira", MomentKind.DEAL_CHANGED),
    (TUE, "11:20", "delmar", MomentKind.DEAL_MOVED),
    (WED, "08:05", "tern", MomentKind.DEAL_WON),
    (THU, "12:00", "vela", MomentKind.DEAL_MOVED),
    (FRI, "09:00", "holm", MomentKind.DEAL_CREATED),
]
PROMISES = {
    "pilot": (THU, MON, "delmar"),
    "offer": (WED, date(2026, 11, 16), "tern"),
    "contact": (date(2026, 11, 28), TUE, "holm"),
}
COOLING = {"alto": 80, "brook": 60, "cedar": 50, "dune": 43}


def at(day: date, clock: str) -> datetime:
    return at_local(day, time.fromisoformat(clock), BERLIN)


ADA = Schedule(
    BERLIN,
    time(8, 30),
    time(17, 30),
    frozenset({0, 1, 2, 3, 4}),
    busy=tuple(Span(at(day, start), at(day, end)) for day, start, end, _ in MEETINGS),
)


def moments() -> list[Moment]:
    held = [
        Moment(
            f"{day:%a} {end} {client}",
            MomentKind.MEETING_HELD,
            at(day, end),
            at(day, end) + timedelta(days=1),
            client_id=client,
            meeting_id=f"{day}-{client}",
            # Her recap after the meeting with Delmar says what she will send.
            candidate_id="pilot" if (day, client) == (MON, "delmar") else None,
            happened_at=at(day, end),
            facts=facts(client),
        )
        for day, _, end, client in MEETINGS
    ]
    moved = [
        Moment(
            f"{day:%a} {clock} {client}",
            kind,
            at(day, clock),
            at(day, clock) + timedelta(days=2),
            client_id=client,
            deal_id=f"{client}-deal",
            happened_at=at(day, clock),
            facts=facts(client) | {"deal": f"{client} rollout"},
        )
        for day, clock, client, kind in DEAL_MOVES
    ]
    return held + moved


def facts(client: str) -> dict[str, str]:
    goal = {"goal": GOALS[client], "goal_on": "2026-05-03"} if client in GOALS else {}
    return {"client": client.title(), **goal}


def test_her_questions() -> None:
    """The promise in Monday's recap first; then after a meeting a day, until the week is full."""
    asked = [
        (f"{local:%a %H:%M}", decision.outcome.value, decision.moment_id)
        for local, decision in walk()
        if decision.outcome is not Outcome.SILENCE
    ]
    assert asked == [
        ("Mon 10:50", "offer", "Mon 10:45 delmar"),
        ("Tue 15:05", "ask", "Tue 15:00 holm"),
        ("Wed 15:05", "ask", "Wed 15:00 vela"),
    ]


def test_each_silence_has_its_reason() -> None:
    """On Tuesday morning Vela's deal could be asked about; it waits for the meeting with Holm."""
    quiet = [
        (f"{local:%a %H:%M}", decision.reason.value, _hour(decision.next_look_at))
        for local, decision in walk()
        if decision.outcome is Outcome.SILENCE
    ]
    assert quiet == [
        ("Mon 00:00", "not_yet", "Mon 12:05"),
        ("Mon 10:45", "not_yet", "Mon 10:50"),
        ("Mon 16:20", "asked_today", "Tue 10:50"),
        ("Mon 16:50", "asked_today", "Tue 10:50"),
        ("Tue 10:50", "waits_for_meeting", "Tue 15:05"),
        ("Tue 11:20", "waits_for_meeting", "Tue 15:05"),
        ("Wed 08:05", "not_yet", "Wed 15:05"),
        ("Thu 12:00", "week_full", None),
        ("Fri 09:00", "week_full", None),
    ]


def test_what_nobody_asked_about_lapses() -> None:
    lapsed = [name for _, decision in walk() for name in decision.lapsed]
    assert "Mon 12:00 osprey" in lapsed
    assert "Mon 10:45 delmar" not in lapsed
    assert len(lapsed) == len(set(lapsed))


def test_her_notes() -> None:
    told_on: date | None = date(2026, 11, 20)
    notes = []
    for day in WEEK:
        promises = [
            PromiseLine(name, client, name, due_on, stage)
            for name, (due_on, made_on, client) in PROMISES.items()
            if (stage := stage_on(day, due_on, made_on, told_on, ADA)) is not None
        ]
        note = compose_note(
            day, promises, meeting_lines(day), frozenset({"gira"}), [], list_lines(day), None,
            day == TUE,
        )  # fmt: skip
        told_on = day
        sent_at = note_at(day, ADA, first_meeting_on(day, ADA)).astimezone(zone_named(BERLIN))
        notes.append((f"{sent_at:%a %H:%M}", [_line(line) for line in note.lines] if note else []))
    assert notes == [
        ("Mon 08:40", []),
        (
            "Tue 08:40",
            [
                "tomorrow: offer",
                "meeting: tern",
                "meeting: holm",
                "owed: alto",
                "owed: brook",
                "owed: cedar",
            ],
        ),
        ("Wed 08:40", ["today: offer", "tomorrow: pilot", "meeting: gira", "meeting: vela"]),
        ("Thu 08:40", ["overdue: offer", "today: pilot", "meeting: delmar", "meeting: arden"]),
        ("Fri 08:40", ["overdue: pilot", "tomorrow: contact", "meeting: gira"]),
    ]


def test_her_digest() -> None:
    assert next_digest_at(at(MON, "09:00"), 4, time(14), ADA) == at(FRI, "14:00")


def walk() -> list[tuple[datetime, Decision]]:
    return [(now.astimezone(zone_named(BERLIN)), decision) for now, decision in looks()]


def _hour(at_time: datetime | None) -> str | None:
    return f"{at_time.astimezone(zone_named(BERLIN)):%a %H:%M}" if at_time else None


def looks() -> list[tuple[datetime, Decision]]:
    """A look whenever something is noted, and whenever the last look said so.

    Her calendar tells of the week's meetings on Monday; what a recap or a deal post says is new.
    """
    catalogue, asked, every = load(), Asked("ada", 3), moments()
    history: list[PastNudge] = []
    used: set[str] = set()
    found: list[tuple[datetime, Decision]] = []
    now = at(MON, "00:00")
    while now < at(FRI, "23:00"):
        known = [one for one in every if known_at(one) <= now and one.id not in used]
        decision = decide(asked, ADA, history, known, catalogue.prompts, now, len(found))
        found.append((now, decision))
        used.update(decision.lapsed)
        moment = next((one for one in known if one.id == decision.moment_id), None)
        if decision.outcome is not Outcome.SILENCE and moment is not None:
            used.add(moment.id)
            answered_at = now + timedelta(minutes=10)
            history.append(
                PastNudge(
                    NudgeKind.QUESTION, NudgeState.ANSWERED, now, answered_at, decision.prompt_id,
                    moment.client_id, moment.deal_id,
                )
            )  # fmt: skip
        ahead = [known_at(one) for one in every if known_at(one) > now]
        upcoming = [*ahead, *([decision.next_look_at] if decision.next_look_at else [])]
        if not upcoming:
            break
        now = min(upcoming)
    return found


def known_at(moment: Moment) -> datetime:
    is_planned = moment.kind is MomentKind.MEETING_HELD and moment.candidate_id is None
    return at(MON, "00:00") if is_planned else moment.opens_at


def meeting_lines(day: date) -> list[MeetingLine]:
    return [
        MeetingLine(f"{on}-{client}", client, client, at(on, start), GOALS.get(client))
        for on, start, _, client in MEETINGS
        if on == day
    ]


def list_lines(day: date) -> list[ListLine]:
    clients = [
        Kept(name, name, day - timedelta(silent), date(2025, 1, 1))
        for name, silent in COOLING.items()
    ]
    return [
        ListLine(one.client_id, one.client, one.last_word_on, GiveIdea.ASK_GOAL)
        for one in owed(clients, day)
    ]


def _line(line: object) -> str:
    match line:
        case PromiseLine():
            return f"{line.stage.value}: {line.promise_id}"
        case MeetingLine():
            return f"meeting: {line.client}"
        case ListLine():
            return f"owed: {line.client}"
    raise AssertionError(line)
