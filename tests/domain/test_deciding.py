"""One look at a person: what is asked, offered or left, and the reason that is given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.domain.deciding import decide
from bot.domain.decision import Asked, Decision, Outcome, PastNudge, Reason
from bot.domain.moments import Moment
from bot.domain.quiet import at_local
from bot.domain.schedule import Schedule, Span
from bot.domain.vocabulary import Kind, MomentKind, NudgeKind, NudgeState
from tests.domain.worlds import PROMPTS, prompt

BERLIN = "Europe/Berlin"
ASKED = Asked("ada", 3)
MON, TUE, WED, THU, FRI = (date(2026, 11, 23 + n) for n in range(5))
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def at(day: date, clock: str) -> datetime:
    return at_local(day, time.fromisoformat(clock), BERLIN)


def meetings(*clocks: str, day: date = WED) -> tuple[Span, ...]:
    return tuple(
        Span(at(day, start), at(day, end)) for start, end in (clock.split("-") for clock in clocks)
    )


def ada(*busy: Span) -> Schedule:
    return Schedule(BERLIN, time(8, 30), time(17, 30), frozenset({0, 1, 2, 3, 4}), busy=tuple(busy))


def held(ended_at: datetime, **others: object) -> Moment:
    moment = Moment(
        "held",
        MomentKind.MEETING_HELD,
        ended_at,
        ended_at + 2 * DAY,
        client_id="gira",
        meeting_id="m1",
        happened_at=ended_at,
        facts={"client": "Gira"},
    )
    return replace(moment, **others)  # type: ignore[arg-type]


def moved(opens_at: datetime, **others: object) -> Moment:
    moment = Moment(
        "moved",
        MomentKind.DEAL_MOVED,
        opens_at,
        opens_at + 3 * DAY,
        client_id="tern",
        deal_id="d1",
        facts={"client": "Tern", "deal": "Tern rollout"},
    )
    return replace(moment, **others)  # type: ignore[arg-type]


def sent(when: datetime, **others: object) -> PastNudge:
    nudge = PastNudge(NudgeKind.QUESTION, NudgeState.ANSWERED, when, when + MINUTE)
    return replace(nudge, **others)  # type: ignore[arg-type]


def look(
    moments: list[Moment],
    now: datetime,
    schedule: Schedule | None = None,
    history: tuple[PastNudge, ...] = (),
    asked: Asked = ASKED,
) -> Decision:
    return decide(asked, schedule or ada(), history, moments, PROMPTS, now, 1)


def test_after_a_meeting_it_waits_five_minutes_then_asks() -> None:
    schedule = ada(*meetings("13:00-14:00"))
    early = look([held(at(WED, "14:00"))], at(WED, "14:00"), schedule)
    assert (early.outcome, early.reason) == (Outcome.SILENCE, Reason.NOT_YET)
    assert early.next_look_at == at(WED, "14:05")
    decision = look([held(at(WED, "14:00"))], at(WED, "14:05"), schedule)
    assert decision.outcome is Outcome.ASK
    assert decision.at == at(WED, "14:05")
    assert decision.moment_id == "held"
    assert decision.values["client"] == "Gira"
    assert 0 < decision.probability < 1


@pytest.mark.parametrize(
    ("busy", "asked_at"),
    [
        (("13:00-14:00", "14:15-15:00"), "14:05"),
        (("13:00-14:00", "14:10-15:00"), "15:10"),
        (("13:00-14:00", "14:00-15:00", "15:05-16:00"), "16:10"),
        (("13:00-14:00", "13:30-14:02"), "14:12"),
        (("13:00-14:00", "13:30-14:00"), "14:10"),
        (("13:00-14:00", "14:10-17:25"), None),
        (("13:00-14:00", "14:10-17:10"), "17:20"),
    ],
)
def test_it_takes_the_first_gap_of_the_day_or_none(
    busy: tuple[str, ...], asked_at: str | None
) -> None:
    decision = look([held(at(WED, "14:00"))], at(WED, "14:00"), ada(*meetings(*busy)))
    assert decision.next_look_at == (at(WED, asked_at) if asked_at else None)


def test_a_meeting_question_lapses_at_the_end_of_the_day() -> None:
    decision = look([held(at(WED, "14:00"))], at(THU, "00:00"))
    assert (decision.reason, decision.lapsed) == (Reason.LAPSED, ("held",))


def test_what_was_written_is_offered_before_anything_is_asked() -> None:
    offer = held(at(WED, "14:00"), id="offer", candidate_id="c1")
    moments = [moved(at(WED, "09:00")), offer]
    decision = look(moments, at(WED, "14:05"))
    assert (decision.outcome, decision.moment_id) == (Outcome.OFFER, "offer")
    assert decision.prompt_id is None
    assert decision.next_look_at == at(THU, "14:05")


def test_an_offer_is_still_good_the_day_after() -> None:
    offer = held(at(WED, "14:00"), candidate_id="c1")
    assert look([offer], at(THU, "09:00")).outcome is Outcome.OFFER


def test_offers_of_a_kind_that_is_off_stay_in_home() -> None:
    offer = held(at(WED, "14:00"), candidate_id="c1")
    off = replace(ASKED, kinds_off=frozenset({Kind.PROMISES}))
    assert look([offer], at(WED, "14:05"), asked=off).reason is Reason.KIND_OFF
    goal = replace(offer, facts={"client": "Gira", "what": "goal"})
    assert look([goal], at(WED, "14:05"), asked=off).outcome is Outcome.OFFER


def test_what_lapses_today_goes_before_what_can_wait() -> None:
    decision = look([moved(at(WED, "09:00")), held(at(WED, "14:00"))], at(WED, "14:05"))
    assert decision.moment_id == "held"
    assert decision.next_look_at == at(THU, "14:05")


def test_asked_today_names_the_hour_and_the_next_moment() -> None:
    asked_at = at(MON, "10:05")
    decision = look([moved(at(MON, "11:00"))], at(MON, "11:00"), history=(sent(asked_at),))
    assert decision.reason is Reason.ASKED_TODAY
    assert decision.values["asked_at"] == asked_at.isoformat()
    assert decision.values["next_at"] == at(TUE, "10:05").isoformat()
    assert decision.next_look_at == at(TUE, "10:05")


@pytest.mark.parametrize(
    ("now", "reason", "next_at"),
    [
        (at(WED, "07:00"), Reason.OUTSIDE_HOURS, at(WED, "08:30")),
        (at(WED, "19:00"), Reason.OUTSIDE_HOURS, at(THU, "08:30")),
        (at(FRI, "10:00"), Reason.DIGEST_DAY, at(date(2026, 11, 30), "08:30")),
        (at(date(2026, 11, 28), "10:00"), Reason.DAY_OFF, at(date(2026, 11, 30), "08:30")),
        (at(WED, "13:00"), Reason.IN_MEETING, at(WED, "14:10")),
    ],
)
def test_a_quiet_time_moves_it_to_the_next_good_one(
    now: datetime, reason: Reason, next_at: datetime
) -> None:
    moment = moved(now - MINUTE, closes_at=now + 5 * DAY)
    decision = look([moment], now, ada(*meetings("13:00-14:00")))
    assert (decision.reason, decision.next_look_at) == (reason, next_at)


def test_a_digest_sent_today_keeps_the_day_free_of_questions() -> None:
    digest = sent(at(THU, "09:00"), kind=NudgeKind.DIGEST)
    decision = look([moved(at(THU, "09:00"))], at(THU, "10:00"), history=(digest,))
    assert decision.reason is Reason.DIGEST_DAY


def test_no_third_unasked_message_on_a_day() -> None:
    note = sent(at(THU, "08:40"), kind=NudgeKind.MORNING_NOTE)
    history = (note, replace(note, sent_at=at(THU, "09:00")))
    decision = look([moved(at(THU, "09:00"))], at(THU, "10:00"), history=history)
    assert decision.outcome is Outcome.SILENCE
    assert look([moved(at(THU, "09:00"))], at(THU, "10:00"), history=(note,)).outcome is Outcome.ASK


def test_the_same_client_once_a_week_and_the_same_deal_s_moves_once_a_fortnight() -> None:
    client = sent(at(MON, "10:00"), client_id="tern")
    decision = look([moved(at(WED, "10:00"))], at(WED, "10:00"), history=(client,))
    assert decision.reason is Reason.CLIENT_THIS_WEEK
    assert decision.next_look_at is None
    deal = sent(at(MON, "10:00"), deal_id="d1")
    decision = look([moved(at(WED, "10:00"))], at(WED, "10:00"), history=(deal,))
    assert decision.reason is Reason.DEAL_LATELY
    won = moved(at(WED, "10:00"), kind=MomentKind.DEAL_WON)
    assert look([won], at(WED, "10:00"), history=(deal,)).outcome is Outcome.ASK


def test_later_does_not_hold_up_its_own_new_message() -> None:
    asked_at = at(MON, "10:00")
    later = sent(asked_at, state=NudgeState.SNOOZED, client_id="tern", deal_id="d1")
    decision = look([moved(at(WED, "10:00"))], at(WED, "10:00"), history=(later,))
    assert decision.outcome is Outcome.ASK


def test_only_prompts_that_fit_what_is_known() -> None:
    known = held(at(WED, "14:00"), facts={"client": "Gira", "goal": "fewer callouts"})
    fits = (
        prompt("asks-goal", MomentKind.MEETING_HELD, unless=frozenset({"goal"})),
        prompt("quotes-goal", MomentKind.MEETING_HELD, needs=frozenset({"client", "goal"})),
    )
    for seed in range(20):
        decision = decide(ASKED, ada(), (), [known], fits, at(WED, "14:05"), seed)
        assert decision.prompt_id == "quotes-goal"
        assert decision.probability == 1


def test_without_a_fresh_prompt_it_says_so() -> None:
    only = prompt("only", MomentKind.MEETING_HELD)
    history = (sent(at(WED, "10:00") - 10 * DAY, prompt_id="only"),)
    moments = [held(at(WED, "14:00"))]
    decision = decide(ASKED, ada(), history, moments, [only], at(WED, "14:05"), 1)
    assert decision.reason is Reason.NO_FRESH_PROMPT
    silenced = replace(ASKED, prompts_off=frozenset({"only"}))
    decision = decide(silenced, ada(), (), moments, [only], at(WED, "14:05"), 1)
    assert decision.reason is Reason.NO_FRESH_PROMPT


@pytest.mark.parametrize(
    ("caps", "days_ago", "is_asked"),
    [
        ({"per_week": 1}, 5, False),
        ({"per_week": 2}, 5, True),
        ({"every_days": 28}, 20, False),
        ({"every_days": 28}, 29, True),
        ({"client_every_days": 30}, 20, False),
        ({"deal_every_days": 30}, 20, True),
    ],
)
def test_a_family_shares_its_caps(caps: dict[str, object], days_ago: int, is_asked: bool) -> None:
    family = (
        prompt("one", MomentKind.MEETING_HELD, **caps),
        prompt("two", MomentKind.MEETING_HELD, **caps),
    )
    asked_at = at(WED, "10:00") - days_ago * DAY
    client = "gira" if "client_every_days" in caps else "tern"
    history = (sent(asked_at, prompt_id="one", client_id=client),)
    moments = [held(at(WED, "14:00"))]
    decision = decide(ASKED, ada(), history, moments, family, at(WED, "14:05"), 1)
    assert (decision.outcome is Outcome.ASK) == is_asked


def test_nothing_open_is_a_reason_and_a_cap_of_nought_is_one() -> None:
    assert look([], at(WED, "10:00")).reason is Reason.NOTHING_OPEN
    none = replace(ASKED, questions_per_week=0)
    decision = look([moved(at(WED, "09:00"))], at(WED, "10:00"), asked=none)
    assert (decision.reason, decision.next_look_at) == (Reason.QUESTIONS_OFF, None)


def test_a_moment_still_to_open_is_looked_at_then() -> None:
    decision = look([moved(at(THU, "10:00"))], at(WED, "10:00"))
    assert (decision.reason, decision.next_look_at) == (Reason.NOT_YET, at(THU, "10:00"))
