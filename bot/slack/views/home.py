"""The Home tab: today, clients, settings, privacy; most important first, short on a phone."""

from __future__ import annotations

from typing import Any

from bot.domain.record import Home
from bot.slack.presses import Act
from bot.slack.views.after_meeting import listening_words
from bot.slack.views.blocks import (
    Block,
    actions,
    button,
    context,
    divider,
    header,
    section,
    without_twins,
)
from bot.slack.views.client_list import row_words
from bot.slack.views.home_help import help_blocks, offered_blocks
from bot.slack.views.home_settings import health_blocks, settings_blocks
from bot.slack.views.home_today import today_blocks
from bot.slack.views.kept import privacy_buttons
from bot.slack.views.model import home_model_blocks
from bot.slack.views.privacy import privacy_words, reads_words
from bot.slack.views.pulse import home_pulse_blocks
from bot.slack.views.team import lead_blocks
from bot.texts import _, ngettext

MOST_CLIENTS = 12
MOST_BLOCKS = 100
CALLBACK = "home"


def home_view(home: Home) -> dict[str, Any]:
    """Everything for one person; before they join, what joining means."""
    blocks = _joined(home) if home.person.is_reachable else _not_joined(home)
    return {"type": "home", "callback_id": CALLBACK, "blocks": without_twins(blocks)[:MOST_BLOCKS]}


def _not_joined(home: Home) -> list[Block]:
    does = _(
        "Alongside brings your client promises back before they are due, and now and then asks "
        "one short question about what a client wants."
    )
    if home.person.ignored_at is not None:
        does += "\n" + _("You asked to be ignored, so I read nothing in your name.")
    start = actions(button(_("Start"), Act.START, main=True))
    return [
        header(_("Alongside")),
        section(does),
        section(reads_words()),
        *([start] if start else []),
        *offered_blocks(home),
        context(privacy_words()),
        *_own_data(),
        *home_model_blocks(home.model, home.person),
        *health_blocks(home),
    ]


def _joined(home: Home) -> list[Block]:
    return [
        *today_blocks(home),
        *([context(listening_words(home.listening))] if home.listening else []),
        *home_pulse_blocks(home.pulse),
        divider(),
        *_client_blocks(home),
        divider(),
        *help_blocks(home),
        divider(),
        *settings_blocks(home),
        divider(),
        section(f"*{_('Privacy')}*"),
        context(privacy_words()),
        *lead_blocks(home.lead_id),
        *_own_data(),
    ]


def _own_data() -> list[Block]:
    """What is kept for how long, and what one can do about one's own."""
    row = actions(button(_("What I read and keep"), Act.PRIVACY), *privacy_buttons())
    return [row] if row else []


def _client_blocks(home: Home) -> list[Block]:
    row = actions(
        button(_("Choose clients"), Act.KEEP_CHOOSE), button(_("Add a client"), Act.CLIENT_ADD)
    )
    blocks = [
        header(_("Clients")),
        *(
            section(
                row_words(client, says_kept=False),
                button(_("Show"), Act.CLIENT_SHOW, ref=client.id),
            )
            for client in home.clients[:MOST_CLIENTS]
        ),
    ]
    if not home.clients:
        blocks.append(section(_("Which three clients would you hate to lose?")))
    more = home.more_clients + max(0, len(home.clients) - MOST_CLIENTS)
    if more:
        blocks.append(
            context(
                ngettext(
                    "{count} more in `/client list`.", "{count} more in `/client list`.", more
                ).format(count=more)
            )
        )
    return [*blocks, *([row] if row else [])]
