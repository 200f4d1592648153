"""A prompt as an admin reads it: its words with an example client in them."""

from __future__ import annotations

from datetime import date

from bot.domain.prompt import Prompt
from bot.prompts.catalogue import words_of
from bot.slack.escape import escape
from bot.texts import _, language


def prompt_words(prompt: Prompt, today: date, spoken: str | None = None) -> tuple[str, str, str]:
    """The question, its help, and its answers on one line, in a language or the reader's own."""
    text, help_text, choices = words_of(prompt, spoken or language(), _example(today), today)
    answers = " · ".join(
        escape(label + (" …" if opens else ""), 60) for _c, label, opens in choices
    )
    return escape(text, 500), escape(help_text, 500), answers


def _example(today: date) -> dict[str, str]:
    """What stands in the places; a real client's goal is nobody's example."""
    return {
        "client": "Gira",
        "deal": _("Gira rollout"),
        "stage": _("negotiation"),
        "amount": "40k",
        "goal": _("fewer callouts at night"),
        "goal_by": "Jo",
        "goal_on": today.replace(day=1).isoformat(),
        "problem": _("nobody answers the hotline"),
        "measure": _("two calls a night at most"),
        "days": "90",
    }
