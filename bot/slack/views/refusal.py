"""What cannot be done as it was written, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.slack.views.swarm_words import SWARM_REFUSALS
from bot.slack.views.wording import fill_plain
from bot.texts import _

_Values = Mapping[str, str]

REFUSALS: Mapping[str, Callable[[_Values], str]] = {
    "pulse_too_few": lambda _v: _("Three of the four are needed; one may be skipped."),
    "promise_needs_date": lambda _v: _(
        "By when? Write it with a day: `send Gira the pilot report by Friday`."
    ),
    "promise_needs_client": lambda _v: _(
        "For which client? Write it like `Gira: pilot report by Friday`."
    ),
    "promise_needs_text": lambda _v: _(
        "What was promised? Write it like `send Gira the pilot report by Friday`."
    ),
    "no_such_client": lambda _v: _(
        "I know no client called ‘{name}’. `/client add {name}` adds it; `/client list` shows all."
    ),
    "which_client": lambda _v: _("That name fits more than one: {names}. Which one do you mean?"),
    "no_such_page": lambda _v: _("The list is not that long. `/client list` shows its beginning."),
    "client_exists": lambda _v: _("{name} is on the record already."),
    "client_is_archived": lambda _v: _(
        "{name} is archived: in no list, and nobody is asked about it."
    ),
    "stands_alone": lambda _v: _("These two are two records already; nothing was changed."),
    "goal_replaced": lambda _v: _(
        "{client}: another goal is on the record by now; nothing was changed."
    ),
    "measure_needs_goal": lambda _v: _(
        "What do they want? A measure needs the goal that it measures."
    ),
    "person_needs_name": lambda _v: _("Each line begins with a name: `Jo Baker, head of nursing`."),
    "needs_search": lambda _v: _("What shall I look for? Write it like `/client search downtime`."),
    "not_kept_by_you": lambda _v: _("You do not keep {name}, so it is not yours to hand over."),
    "client_asked_already": lambda _v: _(
        "{name} was asked about {client} already. Choose somebody else."
    ),
    "needs_name": lambda _v: _("Which client? Write the name after it: `/client show Gira`."),
    "bad_rename": lambda _v: _("Write it like `/client rename Gira to Gira Hospitals`."),
    "bad_also": lambda _v: _(
        "Write it like `/client also Gira: Gira Kliniken`, or `/client also Gira: gira.example`."
    ),
    "nobodys_domain": lambda _v: _("Addresses at {said} are not those of one client."),
    "bad_merge": lambda _v: _("Write it like `/client merge Gira Ltd into Gira Hospitals`."),
    "client_needs_name": lambda _v: _("A client needs a name."),
    "name_too_long": lambda _v: _("That name is too long; 200 characters are enough."),
    "nothing_merged": lambda _v: _("Nothing was merged into {name}."),
    "same_client": lambda _v: _("These are one client already."),
    "bad_date": lambda _v: _(
        "There is no day ‘{said}’. Write `Friday`, `12 June` or `2026-06-12`."
    ),
    "date_past": lambda _v: _("{said} is past. Write a day that is still to come."),
    "bad_span": lambda _v: _(
        "How long? Write `pause 2 weeks`, `pause 10 days` or `pause until 12 June`."
    ),
    "bad_leave": lambda _v: _(
        "When? Write `away 3 June to 14 June`, `away until Friday` or `away next week`."
    ),
    "too_much_leave": lambda _v: _("{count} absences ahead are as many as I can keep."),
    "bad_forget": lambda _v: _("Only you can have yourself forgotten: `/alongside forget me`."),
    "bad_cadence": lambda _v: _(
        "Write it like `/followups Gira every 6 weeks, at worst 10`, `Gira close`, "
        "`Gira called today` or `Gira renewal 1 October`."
    ),
    "date_needs_day": lambda _v: _("On which day? Write `1 October` or `2026-10-01`."),
    "day_ahead": lambda _v: _("{said} is still to come. Write a day that was, or `today`."),
    "too_many_dates": lambda _v: _("{name} has 20 dates already. Take one off first."),
    "no_such_date": lambda _v: _("There is no such date on the record of {name}."),
    "bad_slot": lambda _v: _("Write it like `/digest Thursday 16:00`, `/digest now` or `off`."),
    "unknown_command": lambda _v: _(
        "I do not know ‘{said}’. `/alongside help` shows what can be written."
    ),
    "offer_settled": lambda _v: _("This one is settled already; nothing was changed."),
    "too_long": lambda _v: _("That is too long for one line; 500 characters are enough."),
    "needs_text": lambda _v: _("There is nothing written yet."),
    "prep_needs_client": lambda _v: _(
        "I know of no meeting with a client ahead. Write the name after it: `/prep Gira`."
    ),
    "meeting_off": lambda _v: _("The meeting with {client} was called off."),
    "meeting_over": lambda _v: _(
        "That meeting with {client} is over. `/prep {client}` is for the next one."
    ),
    "plan_empty": lambda _v: _("A plan needs one part at least; nothing was changed."),
    "share_needs_place": lambda _v: _("Choose either a channel or a colleague."),
    "share_not_there": lambda _v: _("I cannot post there. Choose another channel."),
    "share_not_reachable": lambda _v: _(
        "I cannot reach {name} for a long while. Choose somebody else."
    ),
    "share_changed": lambda _v: _(
        "The record has changed since this preview, so nothing was shared. Press Share again."
    ),
    "shared_channel": lambda _v: _(
        "This channel is shared with another organisation, so I read nothing here. "
        "An admin can allow it by name."
    ),
    "needs_channel": lambda _v: _("Which channel? Write it like `/alongside allow #deals`."),
    "needs_channel_and_person": lambda _v: _(
        "Which channel, and who? Write it like `/alongside owner #deals @Ben`."
    ),
    "owner_not_joined": lambda _v: _("They have not joined, so I cannot ask them."),
    "needs_colleague": lambda _v: _("Who could take it over? Choose a colleague."),
    "needs_promise": lambda _v: _("Which one? Choose at least one."),
    "colleague_is_you": lambda _v: _("That is you: it is yours already."),
    "colleague_is_app": lambda _v: _("That is an app. Choose a colleague."),
    "colleague_gone": lambda _v: _("Their account is closed. Choose somebody else."),
    "colleague_not_joined": lambda _v: _(
        "They have not joined, so I cannot ask them. Choose somebody else, or write to them."
    ),
    "asked_already": lambda _v: _("{name} is asked already, and has not answered yet."),
    "said_no_already": lambda _v: _("{name} was asked about it before. Choose somebody else."),
    "cannot_ask_in_time": lambda _v: _(
        "I cannot reach {name} before it is due. Choose somebody else, or keep it."
    ),
    "promise_closed": lambda _v: _("This promise is closed by now; nothing was changed."),
    "not_asked_any_more": lambda _v: _(
        "You are not asked about this one any more; nothing was changed."
    ),
    "yours_already": lambda v: (
        _("This promise is yours, due {due_on}.") if v.get("due_on") else _("It is yours already.")
    ),
    "with_a_colleague": lambda v: (
        _("{name} has this promise now; nothing was changed.")
        if v.get("name")
        else _("A colleague has this promise now; nothing was changed.")
    ),
    "taken_already": lambda _v: _("Somebody has it by now; nothing was changed."),
    "nothing_due_away": lambda _v: _("Nothing falls due while you are away any more."),
    "model_not_set": lambda _v: _(
        "No language model is set up here. Whoever runs me names one in MODEL_URL first."
    ),
    "model_moved": lambda _v: _(
        "The address has changed since that was shown. `/alongside model on` shows it afresh."
    ),
    "bad_model_words": lambda _v: _(
        "Write `/alongside model`, `model mine` or `model not mine`; admins `model on` or `off`."
    ),
    "admin_by_slack": lambda _v: _(
        "{name} is an admin of this Slack workspace, or installed me; that is not mine to change."
    ),
    "needs_person": lambda _v: _("Write it with a person: `/alongside admin @Ben`."),
    "group_needs_name": lambda _v: _("A group needs a name."),
    "group_in_itself": lambda _v: _("A group cannot be part of itself. Choose another."),
    "too_many_groups": lambda _v: _("There are 90 groups already; remove one first."),
    "not_kept_to_bring": lambda _v: _("You do not keep {name}; whoever does can bring it."),
    "brought_already": lambda _v: _("{name} is in the team hour already."),
    "announcement_needs_words": lambda _v: _("Write what I should post."),
    "announcement_changed": lambda _v: _("I am not in that channel any more. Nothing was posted."),
    "not_allowed": lambda _v: _("Only an admin of this workspace can do that."),
    "prompt_gone": lambda _v: _("This prompt was removed meanwhile; nothing was changed."),
    "not_in_channel": lambda _v: _("Invite me into that channel first."),
    "not_yours": lambda _v: _("That is not yours to change."),
    "bad_zone": lambda _v: _("I do not know the time zone ‘{said}’."),
    "bad_country": lambda _v: _(
        "I know no holidays for ‘{said}’. Write a country, such as `Germany` or `US`, or a "
        "code with its region, such as `DE-BY`."
    ),
    "hours_reversed": lambda _v: _("The day must start before it ends."),
    "leave_reversed": lambda _v: _("The first day must come before the last."),
    "no_work_days": lambda _v: _("Choose at least one working day."),
    "worst_below_ideal": lambda _v: _("At worst must be at least as long as the usual interval."),
    "teach_elsewhere": lambda _v: _(
        "I read posts only in channels that somebody marked as deals or meetings, "
        "and this is none of them."
    ),
    "teach_not_a_post": lambda _v: _(
        "There is nothing here that I could learn. I read posts with words, not replies in threads."
    ),
    "teach_not_theirs": lambda _v: _(
        "Whoever wrote this asked me to read nothing in their name, so I do not."
    ),
    "teach_needs_client": lambda _v: _(
        "Which part names the client? Choose it here, or copy the name out below."
    ),
    "teach_not_there": lambda _v: _(
        "I would not find ‘{said}’ again in the next post. Copy it as it stands there, "
        "or choose a line above."
    ),
    "teach_too_plain": lambda _v: _(
        "This post has no label and no fixed word by which I would know the next one of its kind."
    ),
    **SWARM_REFUSALS,
    "error": lambda _v: _(
        "That did not work, through no fault of yours, and nothing was saved. "
        "If you tell whoever runs me, name {reference}."
    ),
}
"""Each code's words; the same ones serve commands and the fields of forms."""


def form_errors(codes: Mapping[str, str], values: _Values | None = None) -> dict[str, str]:
    """What Slack shows under the fields of a form: block id to words, without markup."""
    said = dict(values or {})
    return {field: refusal_line(code, said) for field, code in codes.items()}


def refusal_line(code: str, values: _Values) -> str:
    """One plain line, for a place that knows no markup."""
    template = REFUSALS[code](values) if code in REFUSALS else _("This does not fit here.")
    return fill_plain(template, values)[:2000]
