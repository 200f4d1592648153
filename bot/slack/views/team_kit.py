"""A lead's kit: an announcement, a page for the works council, a team hour, who has no owner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bot.domain.letters import Announcement
from bot.domain.team_view import BroughtClient
from bot.flows.post_announcement import MOST_WORDS
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.announcement import announcement_message, announcement_words
from bot.slack.views.blocks import Block, button, context, divider, section
from bot.slack.views.fields import (
    Choices,
    choice,
    field,
    form,
    read_choice,
    read_note,
    read_typed,
    typed,
)
from bot.slack.views.kept import standing_lines, term_lines
from bot.slack.views.privacy import privacy_words, reads_words
from bot.texts import _, ngettext

KIT, HOUR, COUNCIL = "team_kit", "team_hour", "works_council"
ANNOUNCE, ANNOUNCE_PREVIEW = "team_announce", "team_announce_preview"
_MOST_LEFT = 8


def kit_view(left: Sequence[str]) -> dict[str, Any]:
    """Four things that help a lead without a look into anybody's diary."""
    view = _page(KIT, _("Kit for leads"))
    return view | {
        "blocks": [
            section(
                _("*An announcement.* Words for a channel, yours to change; you see it first."),
                button(_("Write it"), Act.TEAM_ANNOUNCE),
            ),
            section(
                _("*A page for the works council.* What is read, kept, and never seen."),
                button(_("Open"), Act.WORKS_COUNCIL),
            ),
            section(
                _("*A team hour.* Sixty minutes on one client that its seller chose to bring."),
                button(_("See it"), Act.TEAM_HOUR),
            ),
            section(_left_words(left)),
        ]
    }


def _left_words(left: Sequence[str]) -> str:
    if not left:
        return _("*Clients without an owner.* None that you see.")
    names = ", ".join(escape(name, 80) for name in left[:_MOST_LEFT])
    words = _("*Clients without an owner*, to be taken in Home: {names}.").format(names=names)
    more = len(left) - _MOST_LEFT
    if more > 0:
        further = ngettext("And {count} more.", "And {count} more.", more)
        words += " " + further.format(count=more)
    return words


def hour_view(brought: Sequence[BroughtClient]) -> dict[str, Any]:
    """Which clients were brought, and how the sixty minutes may go."""
    view = _page(HOUR, _("Team hour"))
    blocks = [_brought(one) for one in brought]
    if not brought:
        blocks.append(
            section(
                _(
                    "Nobody has brought a client yet. Whoever keeps one brings it from its card, "
                    "under ⋯: the group then sees its goal and open problem, nothing more."
                )
            )
        )
    return view | {"blocks": [*blocks, divider(), *(context(line) for line in _agenda())]}


def _brought(one: BroughtClient) -> Block:
    lines = [
        _("*{client}*, brought by {name}").format(
            client=escape(one.client, 100), name=escape(one.by, 80) or _("somebody")
        ),
        _("They want: ‘{goal}’").format(goal=escape(one.goal, 300))
        if one.goal
        else _("What they want is not on the record yet: begin with that."),
    ]
    if one.problem:
        lines.append(_("In their way: ‘{problem}’").format(problem=escape(one.problem, 300)))
    back = button(_("Take back"), Act.TEAM_HOUR_BACK, ref=one.client_id) if one.is_yours else None
    return section("\n".join(lines), back)


def _agenda() -> list[str]:
    return [
        _("*0 to 10:* their goal in their own words, read aloud. What would it change for them?"),
        _("*10 to 25:* what stands in their way. Questions only; no proposals yet."),
        _("*25 to 45:* who here knows something that helps? Who should the client meet?"),
        _("*45 to 55:* what could they get from us that is of use and sells nothing?"),
        _("*55 to 60:* one promise, with a name and a day."),
    ]


def council_view() -> dict[str, Any]:
    """The page, as docs/works-council.md has it."""
    view = _page(COUNCIL, _("For the works council"))
    blocks = [section(f"*{title}*\n" + "\n".join(lines)) for title, lines in council_parts()]
    return view | {"blocks": blocks}


def council_parts() -> list[tuple[str, list[str]]]:
    """Title and lines of each part; docs/works-council.md holds the same sentences."""
    return [
        (_("What it is for"), [_council_purpose()]),
        (_("What is read"), [reads_words()]),
        (_("Whose it is"), [privacy_words()]),
        (_("What a lead sees"), _council_leads()),
        (_("What nobody can see here"), _council_nobody()),
        (_("For how long"), [f"• {line}" for line in [*term_lines(), *standing_lines()]]),
        (_("What the law asks"), _council_law()),
    ]


def _council_purpose() -> str:
    return _(
        "Alongside asks sellers, seldom and privately, what their clients want, and brings their "
        "promises back in time. Taking part is free, can be ended with one word, and nobody is "
        "told who takes part or who does not."
    )


def _council_leads() -> list[str]:
    return [
        _("What every seller sees, by the same command, in the same words."),
        _(
            "Figures exist for groups of eight or more who take part (a setting, never below "
            "five), once a quarter, in steps of 5 %. A group is left out where subtracting would "
            "tell of fewer, and where one person makes up more than half of a figure."
        ),
        _("Who leads which group is shown to everybody, and so is each change by an admin."),
    ]


def _council_nobody() -> list[str]:
    return [
        _(
            "One person's answers, what they learned, how long they listened, their pulse, their "
            "figures, or whether they take part: there is no screen, command or export for it."
        ),
        _("Moods or feelings: nothing of the kind is worked out from texts."),
        _(
            "A ranking. What cannot be prevented here: whoever runs the database, or makes an "
            "export of the whole Slack, can reach what is stored there. Settle who may do that."
        ),
    ]


def _council_law() -> list[str]:
    return [
        _(
            "No legal advice, only where to look: works councils decide along on what is able to "
            "watch behaviour (in Germany § 87 (1) no. 6 of the Works Constitution Act); consent "
            "at work is valid only where a no costs nothing (Article 29 Working Party, 2/2017); "
            "the EU's AI Act forbids inferring emotions at work (Art. 5 (1) (f)) and sets strict "
            "rules for evaluating workers (Annex III, 4 (b)). Alongside does neither."
        )
    ]


def announce_form(channels: Choices, words: str = "", channel_id: str = "") -> dict[str, Any]:
    """Our words to begin with, and where they are to stand."""
    view = form(ANNOUNCE, _("An announcement"), _("Preview"), _("Cancel"), {})
    start = words or announcement_words("")
    return view | {
        "blocks": [
            field(
                "words",
                _("What it says"),
                typed(start, lines=True, limit=MOST_WORDS),
                needed=True,
            ),
            field("channel", _("In which channel"), choice(channels, channel_id), needed=True),
            context(_("You see it before anybody else does. It bears your name.")),
        ]
    }


def no_channel_view() -> dict[str, Any]:
    """Where there is nowhere to post."""
    view = _page(ANNOUNCE, _("An announcement"))
    words = _("I am in no channel that you are in too. Invite me into one first.")
    return view | {"blocks": [section(words)]}


def read_announce_form(view: Mapping[str, object]) -> tuple[str | None, str | None]:
    """The words, and the channel's id."""
    return read_typed(view, "words"), read_choice(view, "channel")


def announce_preview(letter: Announcement, to: str, note: Mapping[str, str]) -> dict[str, Any]:
    """What will be seen, word for word."""
    view = form(ANNOUNCE_PREVIEW, _("Before it is posted"), _("Post it"), _("Back"), note)
    asks = _("This is what {place} will see.").format(place=escape(to, 80))
    shown = [block for block in announcement_message(letter).blocks if block["type"] != "actions"]
    below = context(_("Below it stand two buttons: Join, and What it reads."))
    return view | {"blocks": [context(asks), divider(), *shown, below]}


def read_announce_preview(view: Mapping[str, object]) -> dict[str, str]:
    """The words and the channel that were previewed."""
    return read_note(view)


def _page(callback: str, title: str) -> dict[str, Any]:
    """A page to read, with nothing to submit."""
    view = form(callback, title, "", _("Close"), {})
    del view["submit"]
    return view
