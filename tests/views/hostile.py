"""Values such as nobody would wish to show: huge, empty, hostile, in every script."""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum

from hypothesis import strategies as st

from bot.domain import (
    asking_for_help,
    briefs,
    cadence,
    client_letters,
    client_people,
    found,
    importing,
    letters,
    listening,
    people,
    plans,
    promise_story,
    record,
)
from bot.domain.client_dates import DateSort
from bot.domain.date_line import DateLine
from bot.domain.followup_row import FollowupRow
from bot.domain.model_help import AskOutcome, ModelSeen
from bot.domain.vocabulary import Kind
from bot.domain.ways import Way

NASTY = (
    "",
    " ",
    "Gira & Söhne <GmbH>",
    "<!channel> <!here> <!everyone> @channel @here",
    "<@U0123ABC> <#C0123ABC|deals> <!subteam^S012> <https://evil.example|click>",
    "{client} {0} {client.__class__} %s %(x)s",
    "*bold* _it_ ~no~ `code` ```block``` > quote",
    "\u202eright to left override\u202c",
    "שלום עולם",
    "👩‍👩‍👧‍👦" * 60,
    "&" * 4000,
    "<" * 10_000,
    "a" * 40_000,
    "line\nline\r\nline\x00\x07",
    "a:b:c#d%3A",
    "\ud83d",
)
texts = st.one_of(st.sampled_from(NASTY), st.text(max_size=120))
ids = st.one_of(st.uuids().map(str), st.sampled_from(("C1", "P1", "same")))
maybe = st.one_of(st.none(), texts)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
maybe_day = st.one_of(st.none(), days)
instants = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
zones = st.sampled_from(("UTC", "Europe/Berlin", "Asia/Tokyo", "America/St_Johns"))


def _few(one: st.SearchStrategy, most: int = 30) -> st.SearchStrategy:
    """A handful mostly; now and then more than fits, which costs time to draw one by one."""
    many = st.tuples(one, one).map(lambda pair: pair * (most // 2))
    return st.one_of(st.lists(one, max_size=3).map(tuple), many)


def any_of(vocabulary: type[StrEnum]) -> st.SearchStrategy:
    return st.sampled_from(list(vocabulary))


buttons = st.builds(letters.Button, code=st.text("abcdef_", min_size=1, max_size=9), label=texts)
questions = st.builds(
    letters.Question,
    prompt_id=ids,
    habit=st.just("goal"),
    kind=st.just("deals"),
    text=texts,
    help=texts,
    buttons=_few(buttons),
    client=maybe,
    says_less=st.booleans(),
    by_model=st.booleans(),
    after=st.one_of(
        st.none(),
        st.builds(
            briefs.AfterMeeting,
            asks_who_talked=st.booleans(),
            brief_id=ids,
            planned=st.integers(0, 999),
            of=st.integers(0, 999),
        ),
    ),
)
offers = st.builds(
    letters.Offer,
    candidate_id=ids,
    what=any_of(letters.FoundKind),
    client_id=ids,
    client=texts,
    excerpt=texts,
    text=texts,
    due_on=maybe_day,
    remind_on=maybe_day,
    said_by=maybe,
)
promise_lines = st.builds(
    letters.PromiseLine,
    promise_id=ids,
    client=texts,
    text=texts,
    due_on=days,
    stage=any_of(letters.DueStage),
    expected_on=maybe_day,
)
meeting_lines = st.builds(
    letters.MeetingLine,
    meeting_id=ids,
    client_id=ids,
    client=texts,
    starts_at=instants,
    goal=maybe,
    goal_by=maybe,
    goal_on=maybe_day,
    to_find_out=st.lists(any_of(briefs.Gap), max_size=6).map(tuple),
    on=maybe_day,
)
list_lines = st.builds(
    letters.ListLine,
    client_id=ids,
    client=texts,
    last_word_on=maybe_day,
    give=any_of(letters.GiveIdea),
    quote=maybe,
    goal_is_stale=st.booleans(),
    quote_on=maybe_day,
)
date_lines = st.builds(
    DateLine,
    date_id=ids,
    client_id=ids,
    client=texts,
    sort=any_of(DateSort),
    words=texts,
    on=days,
)
check_in_lines = st.builds(
    letters.CheckInLine,
    check_in_id=ids,
    client_id=ids,
    client=texts,
    deal=maybe,
    was_won=st.booleans(),
    days=st.integers(0, 400),
    give=any_of(letters.GiveIdea),
    quote=maybe,
)
away_lines = st.builds(
    letters.AwayLine,
    first=days,
    last=days,
    promise_ids=st.lists(ids, max_size=4).map(tuple),
    back_on=maybe_day,
)
hand_overs = st.builds(
    letters.HandOver,
    asked_by=texts,
    lines=_few(
        st.builds(letters.HandOverLine, promise_id=ids, client=texts, text=texts, due_on=maybe_day)
    ),
)
promised_them = st.builds(
    client_letters.PromisedThem, promise_id=ids, text=texts, due_on=maybe_day, owner=maybe
)
client_hand_overs = st.builds(
    client_letters.HandOverClient,
    asked_by_id=ids,
    asked_by=texts,
    client_id=ids,
    client=texts,
    promises=_few(promised_them),
)
client_facts = st.builds(
    client_letters.ClientLetter,
    client_id=ids,
    client=texts,
    goal=maybe,
    goal_by=maybe,
    goal_on=maybe_day,
    measure=maybe,
    problems=_few(texts),
    promises=_few(promised_them),
    people=_few(texts),
    word_on=maybe_day,
    word_by=maybe,
    word_way=maybe,
    gave_on=maybe_day,
    gave_what=maybe,
    asked_since=st.integers(0, 99),
    dates=_few(date_lines),
)
records_found = st.builds(
    found.RecordFound,
    query=texts,
    client=maybe,
    groups=_few(
        st.builds(
            found.ClientHits,
            client_id=ids,
            client=texts,
            hits=_few(
                st.builds(found.Hit, place=any_of(found.Place), words=texts, by=maybe, on=maybe_day)
            ),
        )
    ),
    more=st.integers(0, 9_999),
    own=st.integers(0, 99),
)
model_lines = st.builds(letters.ModelLine, switch_id=ids, host=texts, by=texts)
note_lines = st.one_of(
    promise_lines,
    meeting_lines,
    list_lines,
    check_in_lines,
    date_lines,
    away_lines,
    model_lines,
)
notes = st.builds(letters.MorningNote, day=days, lines=_few(note_lines), more=st.integers(0, 9_999))
iso = st.one_of(days.map(date.isoformat), instants.map(datetime.isoformat), texts)
_said = st.dictionaries(
    st.sampled_from(
        "client text due_on remind_on names said until at day time ideal worst count goal said_on "
        "last_word_on gave_on asked gave reference kind holds channel_id words what give quote "
        "lines habit moment link last_tick_at overdue_since channels old gave_what gave_way "
        "asked_since goals people promises due".split()
    ),
    iso,
    max_size=8,
)
values = st.builds(
    lambda said, ref: said if ref is None else {**said, "ref": ref},
    _said,
    st.one_of(st.none(), ids),
)
"""As a flow hands them over: words are anybody's, what a button acts on is an id of ours."""
digests = st.builds(
    letters.Digest,
    iso_week=st.just("2026-W48"),
    lines=_few(
        st.builds(
            letters.DigestLine,
            kind=any_of(letters.DigestLineKind),
            values=values,
            ref=st.one_of(st.none(), ids),
        )
    ),
)
done_codes = st.one_of(
    texts,
    st.builds(
        "{}@{}@{}".format,
        st.sampled_from(("gave", "heard", "asked", "moved", "kept", "dropped")),
        st.one_of(ids, days.map(date.isoformat), texts),
        st.sampled_from((*Way, "")),
    ),
    days.map("moved@{}".format),
    st.sampled_from(("kept", "dropped", "told", "moved", "later")),
)
shown = st.builds(
    letters.Shown,
    code=st.one_of(st.none(), texts),
    values=values,
    done=st.dictionaries(ids, done_codes, max_size=3),
    can_change=st.booleans(),
)

preferences = st.builds(
    people.Preferences,
    questions_per_week=st.integers(0, 5),
    kinds_off=st.frozensets(st.sampled_from(list(Kind))),
    work_starts=st.times(),
    work_ends=st.times(),
    work_days=st.frozensets(st.integers(0, 6)),
    country=st.one_of(st.none(), st.sampled_from(("DE", "US"))),
    list_day=st.integers(0, 6),
    digest_day=st.one_of(st.none(), st.integers(0, 6)),
    digest_at=st.times(),
    leave=st.lists(st.builds(people.Leave, first=days, last=days), max_size=60).map(tuple),
)
persons = st.builds(
    people.Person,
    team_id=st.just("T1"),
    id=st.just("U1"),
    name=texts,
    zone=zones,
    is_admin=st.booleans(),
    joined_at=st.one_of(st.none(), instants),
    ignored_at=st.one_of(st.none(), instants),
    paused_until=st.one_of(st.none(), instants),
    preferences=preferences,
)
promises = st.builds(
    record.OpenPromise,
    id=ids,
    client_id=ids,
    client=texts,
    text=texts,
    due_on=maybe_day,
    owner=maybe,
    is_overdue=st.booleans(),
    expected_on=maybe_day,
    asked=maybe,
)
closed_promises = st.builds(
    promise_story.ClosedPromise,
    id=ids,
    client=texts,
    text=texts,
    is_kept=st.booleans(),
    closed_on=days,
)
stories = st.builds(
    promise_story.PromiseStory,
    promise_id=ids,
    client=texts,
    text=texts,
    due_on=maybe_day,
    is_open=st.booleans(),
    expected_on=maybe_day,
    steps=_few(
        st.builds(
            promise_story.Step,
            sort=any_of(promise_story.StepSort),
            on=days,
            from_on=maybe_day,
            to_on=maybe_day,
            words=maybe,
        ),
        most=60,
    ),
)
cadences = st.one_of(st.none(), st.just((42, 70)), st.just((10, 15)))
rows = st.builds(
    record.ClientRow,
    id=ids,
    name=texts,
    goal=maybe,
    last_word_on=maybe_day,
    is_kept=st.booleans(),
    cadence_days=cadences,
)
touches = st.one_of(
    st.none(), st.builds(record.LastTouch, on=days, by=maybe, way=maybe, what=maybe)
)
people_there = st.builds(client_people.PersonThere, name=texts, role=maybe, stake=maybe)
followup_rows = st.builds(
    FollowupRow,
    id=ids,
    name=texts,
    last_word_on=maybe_day,
    cadence_days=st.sampled_from(((42, 70), (10, 15), (21, 35))),
    next_by_on=days,
    is_owed=st.booleans(),
    dates=_few(date_lines),
)
cards = st.builds(
    record.ClientCard,
    id=ids,
    name=texts,
    aliases=_few(texts),
    goal=st.one_of(
        st.none(),
        st.builds(
            record.Goal,
            words=texts,
            said_by=maybe,
            said_on=days,
            measure=maybe,
            confirmed_on=days,
            is_stale=st.booleans(),
            id=ids,
        ),
    ),
    problems=_few(st.builds(record.ProblemFacts, words=texts, since=days)),
    promises=_few(promises),
    last_word=touches,
    last_gave=touches,
    dates=_few(date_lines),
    asked_since=st.integers(0, 99),
    kept=st.one_of(
        st.none(),
        st.builds(
            record.KeptFacts,
            ideal_days=st.integers(1, 730),
            worst_days=st.integers(1, 730),
            standing=any_of(cadence.Standing),
            day=days,
        ),
    ),
    kept_by_you=st.booleans(),
    deals=_few(
        st.builds(
            record.DealFacts,
            name=texts,
            state=texts,
            stage=maybe,
            amount=maybe,
            close_on=maybe_day,
        )
    ),
    next_check_in_on=maybe_day,
    people=_few(people_there),
    said_of_people=_few(texts, 6),
    archived_on=maybe_day,
)
past_goals = st.builds(
    record.PastGoalFacts,
    words=texts,
    said_by=maybe,
    said_on=days,
    measure=maybe,
    author=maybe,
    until=maybe_day,
)
blocks = st.builds(
    plans.PlanBlock,
    kind=any_of(plans.BlockKind),
    minutes=st.integers(1, 480),
    is_theirs=st.booleans(),
    name=maybe,
)
plan_blocks = st.lists(blocks, max_size=8).map(tuple)
brief_facts = st.builds(
    briefs.BriefFacts,
    goal=maybe,
    goal_by=maybe,
    goal_on=maybe_day,
    measure=maybe,
    problem=maybe,
    people=st.lists(texts, max_size=3).map(tuple),
    owed=st.lists(
        st.builds(
            briefs.OwedLine,
            text=texts,
            due_on=maybe_day,
            is_overdue=st.booleans(),
            owner=maybe,
        ),
        max_size=5,
    ).map(tuple),
    more_owed=st.integers(0, 9_999),
)
open_questions = st.builds(
    briefs.OpenQuestion, gap=st.one_of(st.none(), any_of(briefs.Gap)), text=texts
)
any_brief = st.builds(
    briefs.Brief,
    brief_id=ids,
    client_id=ids,
    client=texts,
    plan=plan_blocks,
    minutes=st.integers(10, 480),
    starts_at=st.one_of(st.none(), instants),
    facts=brief_facts,
    questions=_few(open_questions),
    own_notes=st.integers(0, 20),
)
shared_briefs = st.builds(
    briefs.SharedBrief,
    shared_by=texts,
    client=texts,
    plan=plan_blocks,
    starts_at=st.one_of(st.none(), instants),
    facts=brief_facts,
    gaps=st.lists(any_of(briefs.Gap), max_size=6).map(tuple),
)
time_boxes = any_of(asking_for_help.TimeBox)
asks_for_help = st.builds(
    asking_for_help.AskForHelp,
    swarm_id=ids,
    asked_by=texts,
    client=texts,
    question=texts,
    time_box=time_boxes,
    goal=maybe,
)
imports = st.builds(
    importing.ImportLetter,
    import_id=ids,
    file=texts,
    rows=st.integers(0, 50_000),
    tally=st.builds(importing.Tally, **dict.fromkeys(("new", "differs"), st.integers(0, 9))),
    faults=st.lists(
        st.builds(
            importing.Fault,
            line=st.integers(1, 50_000),
            code=any_of(importing.RowFault),
            said=texts,
        ),
        max_size=10,
    ).map(tuple),
    ignored=_few(texts),
)
help_threads = st.builds(
    asking_for_help.HelpThread,
    asked_by_id=texts,
    client=texts,
    question=texts,
    time_box=time_boxes,
    goal=maybe,
    helper_ids=_few(texts),
)
help_questions = st.builds(
    asking_for_help.OpenQuestion,
    swarm_id=ids,
    client=texts,
    question=texts,
    asked=_few(texts),
    helping=_few(texts),
    is_posted=st.booleans(),
    opened_at=instants,
)
helps = st.builds(
    asking_for_help.HelpOffered,
    topics=_few(texts),
    asks_a_month=st.integers(0, 8),
    is_stopped=st.booleans(),
)
homes = st.builds(
    record.Home,
    person=persons,
    now=instants,
    promises=_few(promises),
    offers=_few(offers),
    owed=_few(list_lines),
    check_ins=_few(check_in_lines),
    dates=_few(date_lines),
    meetings=_few(meeting_lines),
    listening=st.one_of(st.none(), st.just(listening.TheyTalked(5, 8, 10))),
    waiting=_few(
        st.builds(
            record.WaitingPost,
            channel_id=ids,
            client=maybe,
            what=texts,
            link=maybe,
            at=instants,
            archived_id=st.one_of(st.just(""), ids),
        )
    ),
    clients=_few(rows),
    left_promises=_few(promises),
    left_clients=_few(rows),
    more_left=st.integers(0, 9),
    more_promises=st.integers(0, 9),
    more_clients=st.integers(0, 9),
    next_digest_at=st.one_of(st.none(), instants),
    questions=_few(help_questions),
    helps=st.one_of(st.none(), helps),
    model=st.one_of(
        st.none(),
        st.builds(
            ModelSeen,
            host=texts,
            name=texts,
            is_on=st.booleans(),
            by=texts,
            is_mine=st.booleans(),
            is_told=st.booleans(),
            outcomes=st.dictionaries(any_of(AskOutcome), st.integers(0, 9_999)),
        ),
    ),
    health=st.one_of(
        st.none(),
        st.builds(
            record.Health,
            last_tick_at=st.one_of(st.none(), instants),
            oldest_overdue_at=st.one_of(st.none(), instants),
            overdue=st.integers(0, 9),
            refused=st.integers(0, 9),
            checked_at=instants,
        ),
    ),
)
