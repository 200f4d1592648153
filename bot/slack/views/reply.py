"""Answers to somebody who wrote, pressed or ran a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.domain.letters import Reply
from bot.slack.presses import Act
from bot.slack.views.announcement import announcement_preview
from bot.slack.views.blocks import Message, actions, button, message, section
from bot.slack.views.client_facts import cadence_words
from bot.slack.views.client_replies import archived_words, unmerged_words
from bot.slack.views.command_help import command_help
from bot.slack.views.import_words import IMPORT_REPLIES
from bot.slack.views.lines import away_buttons
from bot.slack.views.model import model_preview, on_since_words
from bot.slack.views.privacy import reads_words
from bot.slack.views.refusal import REFUSALS
from bot.slack.views.shown import SHOWN, named_codes
from bot.slack.views.swarm_words import SWARM_BUTTONS, SWARM_REPLIES
from bot.slack.views.why import why_message
from bot.slack.views.wording import fill
from bot.texts import _, ngettext

_Values = Mapping[str, str]
Words = Callable[[_Values], str]


def _status_words(values: _Values) -> str:
    lines = [
        (_("Paused until {until}.") if values.get("until") else _("I am working.")),
        (_("Last look: {last_tick_at}.") if values.get("last_tick_at") else ""),
        (
            _("The oldest thing overdue has waited since {overdue_since}.")
            if values.get("overdue_since")
            else ""
        ),
        (_("Channels that I read: {channels}.") if values.get("channels") else ""),
        _model_status(values),
        (_("Next look at you: {next_look_at}.") if values.get("next_look_at") else ""),
    ]
    return "\n".join(line for line in lines if line)


def _model_status(values: _Values) -> str:
    if not values.get("model_host"):
        return ""
    if values.get("model_mine"):
        return _(
            "A language model at {model_host} may read your posts about clients, and answers that "
            "go on a client's record; `/alongside model` says more, and keeps yours out."
        )
    return _("A language model at {model_host} helps to read; yours are kept out.")


def _paused_words(values: _Values) -> str:
    if not values.get("until"):
        return _("Paused. `/alongside resume` brings me back.")
    words = _("Paused until {until}.")
    due = values.get("due", "")
    if due.isdecimal() and int(due):
        fall_due = ngettext(
            "{due} promise falls due before: move it, hand it over, or keep it?",
            "{due} promises fall due before: move them, hand them over, or keep them?",
            int(due),
        )
        words += " " + fall_due
    return words


def _cadence(values: _Values) -> str:
    ideal, worst = values.get("ideal_days", ""), values.get("worst_days", "")
    if not (ideal.isdecimal() and worst.isdecimal()):
        return _("noted")
    return cadence_words((int(ideal), int(worst)))


def _promised(values: _Values, template: str) -> str:
    """The text with {what}: the promise, and the client unless the words name it already."""
    client, text = values.get("client", ""), values.get("text", "")
    is_named = client.casefold() in text.casefold()
    what = _("‘{text}’") if is_named and client else _("‘{text}’ for {client}")
    return template.replace("{what}", what)


def _asked_words(values: _Values) -> str:
    count = values.get("count", "")
    if count.isdecimal() and int(count) > 1:
        return _("{name} is asked about {count} promises. They are yours until they are taken.")
    return _promised(values, _("{name} is asked about {what}. It is yours until it is taken."))


def _taken_words(values: _Values) -> str:
    if not values.get("due_on"):
        return _promised(values, _("{name} has taken over {what}."))
    return _promised(values, _("{name} has taken over {what}, due {due_on}."))


def _forgotten_words(values: _Values) -> str:
    said = _("Everything personal is gone. `/alongside join` would start afresh.")
    count = values.get("count", "")
    if not (count.isdecimal() and int(count)):
        return said
    deleted = ngettext(
        "{count} message of mine is being deleted here.",
        "{count} messages of mine are being deleted here.",
        int(count),
    )
    return f"{said} {deleted}"


REPLIES: Mapping[str, Words] = {
    "joined": lambda _v: _("You joined. Nobody sees that you did."),
    "admin_named": lambda _v: _("{name} is an admin of Alongside here from now on."),
    "admin_removed": lambda _v: _("{name} is no admin of Alongside here any more."),
    "brought": lambda _v: _("{client} is in the team hour. The group sees its goal and problem."),
    "welcome_done": lambda _v: _("That is all for today."),
    "keep_saved": lambda v: (
        _("You keep: {names}. I will say when one has heard nothing for six weeks.")
        if v.get("names")
        else _("You keep no client for now.")
    ),
    "promise_saved": lambda v: (
        _("{client}: ‘{text}’ by {due_on}. I will bring it back on {remind_on}.")
        if v.get("remind_on")
        else _("{client}: ‘{text}’ by {due_on}.")
    ),
    "promise_moved": lambda v: _promised(v, _("New date, {due_on}: {what}.")),
    "promise_reopened": lambda v: _promised(v, _("Open again: {what}.")),
    "promise_told": lambda v: _promised(v, _("Noted: they know the new date of {what}.")),
    "promise_sent": lambda v: _promised(v, _("Sent: {what}.")),
    "promise_dropped": lambda v: _promised(v, _("Dropped: {what}.")),
    "date_set": lambda v: (
        _("{client}: {what}, {day_on}. You hear of it before.")
        if v.get("is_kept")
        else _(
            "{client}: {what}, {day_on}. You do not keep them, so nothing brings it back; "
            "`/followups {client} steady` does."
        )
    ),
    "date_off": lambda _v: _("{client}: {what} is off the record."),
    "paused": _paused_words,
    "hand_over_asked": _asked_words,
    "hand_over_taken": _taken_words,
    "hand_over_stays": lambda v: _promised(
        v,
        _("{what} stays with you: {name} cannot take it this time.")
        if v.get("name")
        else _("{what} stays with you: whoever was asked cannot take it this time."),
    ),
    "resumed": lambda _v: _("Back again."),
    "left": lambda _v: _("You left. I write no more; what you wrote is still yours."),
    "ignored": lambda _v: _(
        "I will not write to you, and read nothing in your name. `/alongside join` is the way back."
    ),
    "ignored_off": lambda _v: _("I no longer ignore you. To take part, join."),
    "not_joined": lambda _v: _("You have not joined yet. Until you do I keep nothing for you."),
    "digest_set": lambda _v: _("Your digest comes on {day} at {time}."),
    "digest_off": lambda _v: _("No more digests. `/digest now` still makes one."),
    "digest_sent": lambda _v: _("Your digest is in your direct messages with me."),
    "digest_empty": lambda _v: _("Nothing is open this week, so there is no digest to write."),
    "followups_set": lambda v: "{client}: " + _cadence(v) + ".",
    "followups_off": lambda _v: _("{client}: no longer on your list."),
    "question_sent": lambda _v: _("It is in your direct messages with me."),
    "brief_sent": lambda _v: _("The brief is in your direct messages with me."),
    "why_nothing": lambda _v: _("I have noticed nothing for you yet, and sent nothing."),
    "nothing_to_ask": lambda _v: _("I have no fresh question just now."),
    "dm_unknown": lambda _v: _(
        "I keep your client promises and ask a short question now and then. Write "
        "`send Gira the pilot report by Friday` after `/promise`, or press one of these."
    ),
    "offer_unclear": lambda v: (
        _("About ‘{text}’: write `yes`, `no`, or a day such as `Friday`. Nothing is saved yet.")
        if v.get("text")
        else _("Write `yes`, `no`, or a day such as `Friday`. Nothing is saved yet.")
    ),
    "dm_noted": lambda v: (
        _("Noted, on the record of {client}.") if v.get("client") else _("Noted.")
    ),
    "status": _status_words,
    "settings_saved": lambda _v: _("Saved."),
    "client_added": lambda _v: _("{name} is on the record."),
    "client_renamed": lambda _v: _("{old} is now called {name}; the old name still finds it."),
    "client_also": lambda _v: _("{other} means {name} from now on."),
    "clients_merged": lambda _v: _(
        "{old} is now part of {name}. Nothing is lost: it can be undone."
    ),
    "clients_unmerged": unmerged_words,
    "client_archived": archived_words,
    "client_back": lambda _v: _("{name} is back in your lists."),
    "client_asked": lambda _v: _(
        "{name} is asked to take over {client}. It is yours until they take it."
    ),
    "client_taken_by": lambda _v: _("{name} keeps {client} from now on."),
    "client_stays": lambda _v: _(
        "{client} is still yours: nobody has taken it over. You can ask somebody else on its card."
    ),
    "client_later": lambda _v: _("{client}: later."),
    "no_clients": lambda _v: _("No clients yet. `/client add Gira` adds one."),
    "no_promises": lambda _v: _("No promise is open."),
    "kind_off": lambda _v: _("Stopped: {kind_words}. You can switch it on again in Home."),
    "kind_on": lambda _v: _("Switched on again: {kind_words}."),
    "tell_before_on": lambda _v: _("I will say on the morning before a meeting with {client}."),
    "tell_before_off": lambda _v: _("I will not announce meetings with {client}."),
    "what_it_reads": lambda _v: reads_words(),
    "shared_allowed": lambda _v: _("#{channel} may be read, once somebody says what it holds."),
    "owner_set": lambda _v: _("In #{channel} I ask {name} where I can ask nobody else."),
    "gone": lambda _v: _("That message is from long ago; nothing was changed."),
    "announced": lambda _v: _("Posted."),
    "model_on": lambda _v: _(
        "Switched on, for {host}. Each seller is told before anything of theirs is sent; "
        "`/alongside model off` ends it at once."
    ),
    "model_off": lambda _v: _("Switched off. Nothing more is sent."),
    "model_is_off": lambda _v: _("No language model is switched on; nothing is sent to one."),
    "model_is_on": on_since_words,
    "model_mine": lambda _v: _("Noted. `/alongside model not mine` keeps yours out."),
    "model_not_mine": lambda _v: _("Yours are kept out; nothing of yours is sent."),
    "away_set": lambda v: (
        _("Away from {first_on} to {last_on}. `/alongside back` ends it sooner.")
        if v.get("first_on") != v.get("last_on")
        else _("Away on {first_on}.")
    ),
    "not_away": lambda _v: _("You are not away, and nothing is paused."),
    "questions_on": lambda _v: _("Questions again, at most {count} a week."),
    "prompt_back": lambda _v: _("It may come again."),
    "followed_again": lambda _v: _("{client} is on your list again."),
    "export_asked": lambda _v: _(
        "I am putting everything of yours into one file. It comes in your direct messages with me, "
        "in a minute or two: JSON for programs, CSV for spreadsheets."
    ),
    "export_on_its_way": lambda _v: _("It is on its way already."),
    "export_title": lambda _v: _("Everything of yours that I hold"),
    "export_failed": lambda _v: _(
        "Your file did not reach you: Slack would not take it. Whoever runs me finds why in the "
        "log; I may lack the right to send files."
    ),
    "forgotten": _forgotten_words,
    "not_announced": lambda _v: _("Not posted. Anyone can join with `/alongside join`."),
    **IMPORT_REPLIES,
    **SWARM_REPLIES,
    **REFUSALS,
}
"""Each code's words, by the values that come with it. To add one: a line here."""

_TO_JOIN = ((lambda: _("Join"), Act.JOIN), (lambda: _("What it reads"), Act.WHAT_IT_READS))
_BUTTONS: Mapping[str, tuple[tuple[Callable[[], str], Act], ...]] = {
    "not_joined": _TO_JOIN,
    "ignored_off": _TO_JOIN,
    "what_it_reads": ((lambda: _("Join"), Act.JOIN),),
    "joined": ((lambda: _("Choose clients"), Act.KEEP_CHOOSE),),
    "paused": ((lambda: _("Resume"), Act.RESUME),),
    "hand_over_stays": ((lambda: _("Ask somebody else"), Act.HAND_OVER),),
    "dm_unknown": (
        (lambda: _("Add a promise"), Act.PROMISE_ADD),
        (lambda: _("Ask me something"), Act.REFLECT),
        (lambda: _("Settings"), Act.SETTINGS),
    ),
    "clients_merged": ((lambda: _("Undo"), Act.CLIENT_UNMERGE),),
    "client_archived": ((lambda: _("Bring it back"), Act.CLIENT_BRING_BACK),),
    "client_is_archived": ((lambda: _("Bring it back"), Act.CLIENT_BRING_BACK),),
    "client_stays": ((lambda: _("Show"), Act.CLIENT_SHOW),),
    **SWARM_BUTTONS,
    "no_clients": ((lambda: _("Add a client"), Act.CLIENT_ADD),),
    "no_promises": ((lambda: _("Add a promise"), Act.PROMISE_ADD),),
    "promise_saved": ((lambda: _("Change"), Act.PROMISE_CHANGE),),
    "promise_moved": ((lambda: _("Change"), Act.PROMISE_NEW_DATE),),
    "promise_sent": ((lambda: _("Change"), Act.PROMISE_REOPEN),),
    "promise_dropped": (
        (lambda: _("Say why"), Act.PROMISE_SAY_WHY),
        (lambda: _("Change"), Act.PROMISE_REOPEN),
    ),
    "promise_needs_date": ((lambda: _("Use the form"), Act.PROMISE_ADD),),
    "promise_needs_client": ((lambda: _("Use the form"), Act.PROMISE_ADD),),
}


def reply_message(reply: Reply, key: str) -> Message:
    """The words of a code, and the buttons that go with them."""
    values = reply.values
    if reply.code == "announce_preview":
        return announcement_preview(values.get("holds", ""), values.get("channel_id", ""))
    if reply.code == "model_preview":
        return model_preview(values)
    if reply.code == "why":
        return why_message(values)
    words = fill(reply_words(reply.code, values), named_codes(values))
    ref = values.get("promise_id") or values.get("swarm_id") or values.get("ref", "")
    buttons = [button(text(), act, key, ref) for text, act in _BUTTONS.get(reply.code, ())]
    if reply.code == "paused" and values.get("due"):
        buttons = [*away_buttons(_day(values.get("back_on", "")), key), *buttons]
    return message(words, *_paragraphs(words), actions(*buttons))


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def reply_words(code: str, values: _Values) -> str:
    """The text of a code before its values are filled in; what became of a letter counts too."""
    if code.partition("_")[0] == "help":
        return command_help(code.removeprefix("help").removeprefix("_"))
    choose = REPLIES.get(code) or SHOWN.get(code)
    return choose(values) if choose else _("Done.")


def _paragraphs(words: str) -> list[dict[str, object]]:
    """Long help comes in several sections, each within the limit of one."""
    return [section(part) for part in words.split("\n\n") if part][:40]
