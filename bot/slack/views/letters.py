"""Which view shows which letter: the one table between what is said and what is seen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.domain.asking_for_help import AskForHelp, HelpThread
from bot.domain.briefs import Brief, SharedBrief
from bot.domain.client_letters import ClientLetter, HandOverClient
from bot.domain.found import RecordFound
from bot.domain.importing import ImportLetter
from bot.domain.letters import (
    Announcement,
    Digest,
    DueToday,
    HandOver,
    LessOtherStop,
    Letter,
    MorningNote,
    Offer,
    Question,
    Reply,
    Shown,
    Welcome,
    WhatIsPosted,
)
from bot.slack.views.announcement import announcement_message
from bot.slack.views.ask_for_help import ask_for_help_message, ask_on_button
from bot.slack.views.blocks import Message
from bot.slack.views.brief import brief_message, shared_brief_message
from bot.slack.views.digest import digest_message
from bot.slack.views.due_today import due_today_message
from bot.slack.views.found import found_message
from bot.slack.views.hand_over import hand_over_message
from bot.slack.views.hand_over_client import client_letter_message, hand_over_client_message
from bot.slack.views.help_thread import help_thread_message
from bot.slack.views.import_letter import import_message
from bot.slack.views.less import less_message
from bot.slack.views.morning_note import morning_note_message
from bot.slack.views.offer import offer_message
from bot.slack.views.question import question_message
from bot.slack.views.reply import reply_message
from bot.slack.views.shown import shrunk
from bot.slack.views.welcome import welcome_message
from bot.slack.views.what_is_posted import what_is_posted_message

_View = Callable[[Any, str, Shown | None, date | None], Message]
VIEWS: Mapping[type[Letter], _View] = {
    Question: lambda letter, key, shown, _t: question_message(letter, key, shown),
    Offer: lambda letter, key, _s, today: offer_message(letter, key, today),
    MorningNote: lambda letter, key, shown, _t: morning_note_message(letter, key, shown),
    DueToday: lambda letter, key, shown, _t: due_today_message(letter, key, shown),
    HandOver: lambda letter, key, shown, _t: hand_over_message(letter, key, shown),
    HandOverClient: lambda letter, key, _s, _t: hand_over_client_message(letter, key),
    ClientLetter: lambda letter, _k, _s, _t: client_letter_message(letter),
    RecordFound: lambda letter, _k, _s, _t: found_message(letter),
    Brief: lambda letter, key, _s, _t: brief_message(letter, key),
    SharedBrief: lambda letter, _k, _s, _t: shared_brief_message(letter),
    AskForHelp: lambda letter, key, _s, _t: ask_for_help_message(letter, key),
    HelpThread: lambda letter, _k, _s, _t: help_thread_message(letter),
    ImportLetter: lambda letter, key, shown, _t: import_message(letter, key, shown),
    Digest: lambda letter, key, shown, _t: digest_message(letter, key, shown),
    LessOtherStop: lambda _l, key, _s, _t: less_message(key),
    Welcome: lambda _l, key, _s, _t: welcome_message(key),
    WhatIsPosted: lambda letter, key, _s, _t: what_is_posted_message(letter, key),
    Announcement: lambda letter, _k, _s, _t: announcement_message(letter),
    Reply: lambda letter, key, _s, _t: reply_message(letter, key),
}


def letter_view(
    letter: Letter, key: str, shown: Shown | None = None, today: date | None = None
) -> Message:
    """What a letter looks like now; with `shown.code` set it is the one line it shrank to.

    `today` lets days near by be called by their weekday alone.
    """
    grows = isinstance(letter, ImportLetter)  # it says how far it is, and can be taken back
    if shown is not None and shown.code is not None and not grows:
        return shrunk(shown, key, ask_on_button(letter, shown, key))
    return VIEWS[type(letter)](letter, key, shown, today)
