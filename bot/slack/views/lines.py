"""The lines that come back: in the morning note, the digest and Home they look the same."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.date_line import DateLine
from bot.domain.letters import (
    AwayLine,
    CheckInLine,
    DueStage,
    GiveIdea,
    ListLine,
    MeetingLine,
    ModelLine,
    NoteLine,
    PromiseLine,
)
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, button
from bot.slack.views.brief_words import to_find_out_words
from bot.slack.views.client_dates import date_line_words
from bot.slack.views.days import clock_time, long_day, near_day, short_day
from bot.slack.views.model import model_buttons, model_line_words, model_name_words
from bot.texts import _, ngettext


def line_words(line: NoteLine, today: date) -> str:
    """What one line says."""
    match line:
        case PromiseLine():
            return _promise_words(line, today)
        case MeetingLine():
            return meeting_words(line, today)
        case ListLine():
            return _list_words(line, today)
        case CheckInLine():
            return _check_in_words(line)
        case DateLine():
            return date_line_words(line)
        case AwayLine():
            return _away_words(line)
        case ModelLine():
            return model_line_words(line.host, line.by)


def line_buttons(line: NoteLine, key: str) -> tuple[Block, ...]:
    """What one press can do about it."""
    match line:
        case PromiseLine():
            return _promise_buttons(line, key)
        case ListLine() | DateLine():
            return touch_buttons(line.client_id, key)
        case CheckInLine():
            ref = line.check_in_id
            return (
                button(_("Gave something"), Act.CHECK_IN_GAVE, key, ref),
                button(_("Heard from them"), Act.CHECK_IN_HEARD, key, ref),
                button(_("What came of it"), Act.CHECK_IN_OUTCOME, key, ref),
                button(_("Later"), Act.CHECK_IN_LATER, key, ref),
            )
        case AwayLine():
            return away_buttons(line.back_on, key)
        case ModelLine():
            return model_buttons(key)
        case MeetingLine():
            return (button(_("Prep"), Act.PREP, key, line.meeting_id),)


def line_ids(line: NoteLine) -> tuple[str, ...]:
    """Under which ids it may have been told that this line is done."""
    match line:
        case PromiseLine():
            return (line.promise_id,)
        case MeetingLine():
            return (line.meeting_id,)
        case ListLine() | DateLine():
            return (line.client_id,)
        case CheckInLine():
            return (line.check_in_id,)
        case AwayLine():
            return ("away",)
        case ModelLine():
            return (line.switch_id,)


def line_name(line: NoteLine) -> str:
    """The few words that name it once it is done."""
    match line:
        case PromiseLine():
            return what_for_whom(line.text, line.client)
        case MeetingLine() | ListLine() | CheckInLine() | DateLine():
            return escape(line.client)
        case AwayLine():
            return _("While you are away")
        case ModelLine():
            return model_name_words()


def what_for_whom(text: str, client: str) -> str:
    """The promise as written, and the client unless the words name it already."""
    what = escape(text, 300)
    if client.casefold() in text.casefold():
        return what
    return _("{what} for {client}").format(what=what, client=escape(client))


def promise_buttons(promise_id: str, key: str) -> tuple[Block, ...]:
    """Sent, New date, Dropped."""
    return (
        button(_("Sent"), Act.PROMISE_SENT, key, promise_id),
        button(_("New date"), Act.PROMISE_NEW_DATE, key, promise_id),
        button(_("Dropped"), Act.PROMISE_DROP, key, promise_id),
    )


def _promise_buttons(line: PromiseLine, key: str) -> tuple[Block, ...]:
    """The same; where the client counts on another day, also that they know by now."""
    if line.expected_on is None:
        return promise_buttons(line.promise_id, key)
    told = button(_("Told them"), Act.PROMISE_TOLD, key, line.promise_id)
    if line.stage is not DueStage.TELL:
        return (*promise_buttons(line.promise_id, key), told)
    return (
        told,
        button(_("New date"), Act.PROMISE_NEW_DATE, key, line.promise_id),
        button(_("Sent"), Act.PROMISE_SENT, key, line.promise_id),
    )


def away_buttons(back_on: date | None, key: str) -> tuple[Block, ...]:
    """Move, hand over, keep; and one by one, where they need different answers."""
    move = _("Move to {day}").format(day=short_day(back_on)) if back_on else _("Move them")
    return (
        button(move, Act.AWAY_MOVE, key),
        button(_("Hand over"), Act.AWAY_HAND_OVER, key),
        button(_("Keep the dates"), Act.AWAY_KEEP, key),
        button(_("One by one"), Act.AWAY_LIST, key),
    )


def touch_buttons(client_id: str, key: str) -> tuple[Block, ...]:
    """Gave something, Heard from them, Asked them, Later."""
    return (
        button(_("Gave something"), Act.GAVE, key, client_id),
        button(_("Heard from them"), Act.HEARD, key, client_id),
        button(_("Asked them"), Act.ASKED, key, client_id),
        button(_("Later"), Act.CLIENT_LATER, key, client_id),
    )


def meeting_words(line: MeetingLine, today: date) -> str:
    """13:00 Gira: ‘fewer callouts at night’ (Jo, 3 May). And what is not known, where asked."""
    words = _goal_of_meeting(line, today)
    return f"{words} {to_find_out_words(line.to_find_out)}" if line.to_find_out else words


def _goal_of_meeting(line: MeetingLine, today: date) -> str:
    what = _("{time} {client}").format(time=clock_time(line.starts_at), client=escape(line.client))
    if line.on is not None:
        what = _("{day} {what}").format(day=near_day(line.on, today), what=what)
    if not line.goal:
        return _("{what}: what they want is not on the record yet.").format(what=what)
    known = [escape(line.goal_by, 80)] if line.goal_by else []
    known += [short_day(line.goal_on, today)] if line.goal_on else []
    if not known:
        return _("{what}: ‘{goal}’.").format(what=what, goal=escape(line.goal, 300))
    return _("{what}: ‘{goal}’ ({source}).").format(
        what=what, goal=escape(line.goal, 300), source=", ".join(known)
    )


def give_words(idea: GiveIdea, quote: str | None, on: date | None = None) -> str:
    """Whether something could be given, from what the record says; it never presumes a yes."""
    quoted = {
        GiveIdea.PROBLEM: lambda: _("Open with them: ‘{quote}’. Is there anything that helps?"),
        GiveIdea.GOAL: lambda: _("They want ‘{quote}’. Is there anything worth sending?"),
        GiveIdea.PROMISE_KEPT: lambda: _("You sent ‘{quote}’. Worth asking how it works for them?"),
    }
    plain = {
        GiveIdea.PROBLEM: lambda: _("They had a problem open. Is there anything that helps?"),
        GiveIdea.GOAL: lambda: _("Is there anything worth sending?"),
        GiveIdea.PROMISE_KEPT: lambda: _("Worth asking how what you sent works for them?"),
        GiveIdea.DATE: lambda: _("A date of theirs comes near. Is there anything they need?"),
        GiveIdea.ASK_HOW_IT_GOES: lambda: _("Worth asking how it goes for them?"),
        GiveIdea.ASK_GOAL: lambda: _("What they want is not on the record. Worth asking?"),
    }
    if idea is GiveIdea.DATE and quote and on:
        dated = _("Theirs on {day}: {quote}. Is there anything they need before it?")
        return dated.format(day=long_day(on), quote=escape(quote, 200))
    if quote and idea in quoted:
        return quoted[idea]().format(quote=escape(quote, 200))
    return plain[idea]()


def _promise_words(line: PromiseLine, today: date) -> str:
    """The promise and its day; and the day the client was told, where it is another."""
    if line.stage is DueStage.TELL or line.stage is DueStage.OVERDUE or line.expected_on is None:
        return _dated_words(line, today)
    expected = _("They were told {day}.").format(day=long_day(line.expected_on))
    return f"{_dated_words(line, today)} {expected}"


def _dated_words(line: PromiseLine, today: date) -> str:
    what = what_for_whom(line.text, line.client)
    if line.stage is DueStage.TELL and line.expected_on is not None:
        return _("Moved to {day}: {what}. They were told {expected}. Do they know?").format(
            what=what, day=long_day(line.due_on), expected=long_day(line.expected_on)
        )
    if line.stage is DueStage.TODAY:
        return _("Today: {what}. Did it go?").format(what=what)
    if line.stage is DueStage.OVERDUE:
        day = near_day(line.due_on, today) if line.due_on == today - timedelta(1) else None
        return _("{day}: {what}. Did it go?").format(day=day or long_day(line.due_on), what=what)
    return _("{day}: {what}.").format(day=near_day(line.due_on, today), what=what)


def _list_words(line: ListLine, today: date) -> str:
    client = escape(line.client)
    if line.last_word_on is None:
        heard = _("*{client}* has had no word from us yet.").format(client=client)
    else:
        heard = _("*{client}*: last word {day}.").format(
            client=client, day=short_day(line.last_word_on, today)
        )
    words = f"{heard} {give_words(line.give, line.quote, line.quote_on)}"
    if line.goal_is_stale:
        words += " " + _("Their goal has not been looked at for a while.")
    return words


def _check_in_words(line: CheckInLine) -> str:
    client, deal = escape(line.client), escape(line.deal) if line.deal else None
    if line.was_won:
        since = ngettext(
            "*{client}*: {count} day since {deal} was won.",
            "*{client}*: {count} days since {deal} was won.",
            line.days,
        )
    else:
        since = ngettext(
            "*{client}*: {count} day since {deal} went elsewhere.",
            "*{client}*: {count} days since {deal} went elsewhere.",
            line.days,
        )
    said = since.format(client=client, count=line.days, deal=deal or _("the deal"))
    return f"{said} {give_words(line.give, line.quote)}"


def _away_words(line: AwayLine) -> str:
    count = len(line.promise_ids)
    return ngettext(
        "{count} promise falls due while you are away ({first} to {last}). "
        "Move it, hand it over, or keep the date?",
        "{count} promises fall due while you are away ({first} to {last}). "
        "Move them, hand them over, or keep the dates?",
        count,
    ).format(count=count, first=short_day(line.first), last=short_day(line.last))
