"""Why something was asked, or why it was quiet: from the decision's codes, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from bot.domain.decision import Reason
from bot.domain.record import LastTouch
from bot.slack.escape import escape, safe_link
from bot.slack.views.blocks import Message, message, section
from bot.slack.views.client_facts import gave_words
from bot.slack.views.days import local_moment
from bot.slack.views.kinds import kind_words
from bot.slack.views.model import suggested_words
from bot.texts import _

_Values = Mapping[str, str]

_REASONS: Mapping[Reason, Callable[[_Values], str]] = {
    Reason.CHOSEN: lambda _v: _("asked"),
    Reason.NOTHING_OPEN: lambda _v: _("quiet: nothing to ask about"),
    Reason.NOT_YET: lambda _v: _("quiet: its time has not come"),
    Reason.WAITS_FOR_MEETING: lambda v: (
        _("quiet: waiting for the end of the meeting at {meeting_at}")
        if v.get("meeting_at")
        else _("quiet: waiting for the end of a meeting")
    ),
    Reason.OUTSIDE_HOURS: lambda _v: _("quiet: outside working hours"),
    Reason.DAY_OFF: lambda _v: _("quiet: a day off"),
    Reason.AWAY: lambda v: _("quiet: away until {until}") if v.get("until") else _("quiet: away"),
    Reason.IN_MEETING: lambda v: (
        _("quiet: in a meeting until {until}") if v.get("until") else _("quiet: in a meeting")
    ),
    Reason.DIGEST_DAY: lambda _v: _("quiet: no question on digest day"),
    Reason.ASKED_TODAY: lambda v: (
        _("quiet: asked at {asked_at}") if v.get("asked_at") else _("quiet: asked today already")
    ),
    Reason.WEEK_FULL: lambda v: (
        _("quiet: {cap} questions in 7 days are enough")
        if v.get("cap")
        else _("quiet: the week has had its questions")
    ),
    Reason.TOO_SOON: lambda v: (
        _("quiet: 24 hours since {asked_at} are not over")
        if v.get("asked_at")
        else _("quiet: less than 24 hours since the last question")
    ),
    Reason.BACKED_OFF: lambda _v: _("quiet: the last ones went by, so one a week"),
    Reason.RESTING: lambda _v: _("quiet: questions rest, since four went by"),
    Reason.QUESTIONS_OFF: lambda _v: _("quiet: no questions, as set"),
    Reason.KIND_OFF: lambda v: (
        _("quiet: {kind} are switched off") if v.get("kind") else _("quiet: this kind is off")
    ),
    Reason.CLIENT_THIS_WEEK: lambda v: (
        _("quiet: {client} was asked about this week")
        if v.get("client")
        else _("quiet: this client was asked about this week")
    ),
    Reason.DEAL_LATELY: lambda _v: _("quiet: this deal was asked about in the last 14 days"),
    Reason.NO_FRESH_PROMPT: lambda _v: _("quiet: no question that fits is fresh"),
    Reason.ROOM_FOR_LATER: lambda _v: _("quiet: the next one is a question that you put off"),
    Reason.LAPSED: lambda _v: _("quiet: its moment has passed"),
}


def why_line(reason: Reason, values: _Values, now: datetime, zone: str) -> str:
    """One line: "quiet: asked at 10:05 today; next moment Tue 09:10"."""
    worded = _Worded({name: _word(name, value, now, zone) for name, value in values.items()})
    line = _REASONS[reason](values).format_map(worded)
    if values.get("next_at"):
        return _("{line}; next moment {next}").format(line=line, next=worded["next_at"])
    return line


def why_message(values: _Values) -> Message:
    """Why this, why now, from which data, and how to stop."""
    words = why_words(values)
    return message(words, section(words))


def why_words(values: _Values) -> str:
    """The four answers, from codes: `habit`, `moment` or `letter`, `client`, `link`, `kind`.

    With `lines` in the values (ready lines of why_line, one a line) it is the answer to
    "/alongside why" instead. What is missing is left out.
    """
    if values.get("lines"):
        return "\n".join(escape(one, 300) for one in values["lines"].split("\n")[:12])
    client = escape(values.get("client", "")) or _("a client")
    habit = _HABITS.get(values.get("habit", ""))
    moment = _MOMENTS.get(values.get("moment", "")) or _LETTERS.get(values.get("letter", ""))
    letter = values.get("letter", "")
    if values.get("asked_for") and letter not in _OWN_RULE:
        moment = _LETTERS["by_model" if values.get("by_model") else "asked_for"]
    why = habit() + _drawn(values) if habit else ""
    if values.get("is_of_team"):
        why = " ".join((_("Your team wrote this question."), why)).strip()
    said = [
        _("*Why this?* {why}").format(why=why) if why else "",
        _("*Why now?* {moment}").format(moment=moment().format(client=client)) if moment else "",
        _("*From which data?* {data}").format(data=_data(values)),
        _gave(values),
        _("*How to stop?* {stop}").format(stop=_stop(values.get("kind", ""))),
    ]
    return "\n".join(line for line in said if line)


def _drawn(values: _Values) -> str:
    """That it was drawn, where more than one question fitted."""
    fitting = values.get("fitting", "")
    if not fitting.isascii() or not fitting.isdigit() or int(fitting) < 2:
        return ""
    said = _("{fitting} questions fitted; one was drawn, those that get answered the more often.")
    return " " + said.format(fitting=fitting)


def _data(values: _Values) -> str:
    if values.get("by_model"):
        if values.get("letter") == "Offer":
            return _("Your post, and the client's record.") + " " + suggested_words()
        return _("Your own answer.") + " " + suggested_words()
    if values.get("letter") in _OWN_RULE:
        return _OWN_RULE[values["letter"]]()
    link = safe_link(values.get("link"))
    if link:
        return _("<{link}|This post>, and the client's record.").format(link=link)
    if values.get("asked_for"):
        return _("Your own request, and the client's record.")
    return _("The client's record, and your own settings.")


def _gave(values: _Values) -> str:
    """Before asking for something: what was given last, and how often was asked since."""
    asked = values.get("asked_since", "")
    count = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 6 else 0
    try:
        on = date.fromisoformat(values.get("gave_on", ""))
    except ValueError:
        return gave_words(None, count)
    what, way = values.get("gave_what"), values.get("gave_way")
    return gave_words(LastTouch(on, None, way, what), count)


def _stop(kind: str) -> str:
    if kind:
        return _("“Stop this kind” in the menu ends {kind}; Home brings them back.").format(
            kind=escape(kind_words(kind))
        )
    return _("Settings in Home; `/alongside leave` ends everything.")


def _word(name: str, value: str, now: datetime, zone: str) -> str:
    if name == "kind":
        return kind_words(value)
    if name.endswith("_at") or name == "until":
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            return escape(value)
        return local_moment(at, now, zone) if at.tzinfo is not None else escape(value)
    return escape(value)


class _Worded(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


_HABITS: Mapping[str, Callable[[], str]] = {
    "goal": lambda: _("It asks for what the client wants, in their words."),
    "listen": lambda: _("It asks what you heard that you did not know."),
    "long_game": lambda: _("It looks past this deal, at the relationship."),
    "own": lambda: _("It is about something promised to the client."),
    "minds": lambda: _("It asks who else could help the client."),
    "success": lambda: _("It asks whether the client got what they wanted."),
    "sixty": lambda: _("It asks what you would do with 60 minutes with the client."),
}
_OWN_RULE: Mapping[str, Callable[[], str]] = {
    "HandOver": lambda: _("Your colleague's request, and the promise on the client's record."),
    "HandOverClient": lambda: _("Your colleague's request, and the client's record."),
    "DueToday": lambda: _("The promise and its date, as you set them."),
    "Welcome": lambda: _("That you joined; nothing else."),
}
"""From which data, for what was asked for by somebody and yet follows a rule of its own."""
_MOMENTS: Mapping[str, Callable[[], str]] = {
    "meeting_held": lambda: _("A meeting with {client} has just ended."),
    "meeting_ahead": lambda: _("A meeting with {client} is ahead."),
    "deal_created": lambda: _("A deal with {client} was opened."),
    "deal_moved": lambda: _("A deal with {client} moved."),
    "deal_changed": lambda: _("A deal with {client} changed."),
    "deal_quiet": lambda: _("A deal with {client} has been quiet."),
    "deal_won": lambda: _("A deal with {client} was won."),
    "deal_lost": lambda: _("A deal with {client} went elsewhere."),
    "renewal_talk": lambda: _("A renewal with {client} is being talked about."),
    "check_in_due": lambda: _("A check-in with {client} is due."),
    "problem_open": lambda: _("{client} has a problem open."),
    "promise_due": lambda: _("Something promised to {client} falls due."),
    "relationship_cooling": lambda: _("{client} has heard nothing for a while."),
    "goal_stale": lambda: _("The goal of {client} has not been looked at for a while."),
    "quarter_end": lambda: _("The quarter is about to end."),
    "sixty_minutes": lambda: _("Once a month it is this question's turn."),
    "answer_given": lambda: _("You answered a question about {client}."),
    "candidate_found": lambda: _("A post about {client} says something worth keeping."),
}
_LETTERS: Mapping[str, Callable[[], str]] = {
    "MorningNote": lambda: _("Something dated needs you today, or it is your list day."),
    "EarlyMeeting": lambda: _(
        "You meet them before ten on your next working day, and you asked to be told before."
    ),
    "DueToday": lambda: _("It was promised for today, and the day ends soon."),
    "Digest": lambda: _("It is your weekly digest, at the hour you set."),
    "LessOtherStop": lambda: _("Four questions in a row went by."),
    "HandOver": lambda: _("A colleague asks you; Not me is a full answer."),
    "HandOverClient": lambda: _("A colleague asks you; Not me is a full answer."),
    "Offer": lambda: _("A post says something worth keeping."),
    "Question": lambda: _("Something happened that this question is for."),
    "Welcome": lambda: _("You have just joined."),
    "by_model": lambda: _("You have just answered; this is the second and last turn."),
    "asked_for": lambda: _("You asked for it."),
}
