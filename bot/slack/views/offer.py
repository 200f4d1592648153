"""Something that a post already says, offered for one press in place of a question."""

from __future__ import annotations

from datetime import date

from bot.domain.letters import FoundKind, Offer
from bot.slack.escape import escape
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, message, section
from bot.slack.views.days import morning_of
from bot.slack.views.menus import question_menu
from bot.texts import _


def offer_message(offer: Offer, key: str, today: date | None) -> Message:
    """The words of the post, and what could be done with them."""
    said = offer_words(offer, today)
    return message(said, section(said), actions(*offer_buttons(offer, key), question_menu(key)))


def offer_words(offer: Offer, today: date | None) -> str:
    """One or two sentences that quote the post and ask for a yes."""
    quote = escape(offer.excerpt or offer.text, 300)
    client = escape(offer.client)
    said = _said(offer, quote, client)
    if offer.what is FoundKind.GOAL:
        return said + " " + _("Is that their goal?")
    if offer.remind_on is None:
        return said + " " + _("Shall I bring it back, and when?")
    when = morning_of(offer.remind_on, today)
    return said + " " + _("Shall I bring it back {when}?").format(when=when)


def offer_buttons(offer: Offer, key: str) -> tuple[Block, ...]:
    """Yes, another way, no; a promise without a date first needs one."""
    ref = offer.candidate_id
    if offer.what is FoundKind.GOAL:
        return (
            button(_("Yes"), Act.OFFER_YES, key, ref),
            button(_("No"), Act.OFFER_NO, key, ref),
        )
    other_day = button(
        _("Other day") if offer.remind_on else _("Choose a day"), Act.OFFER_OTHER_DAY, key, ref
    )
    no = button(_("Not a promise"), Act.OFFER_NO, key, ref)
    if offer.remind_on is None:
        return (other_day, no)
    return (button(_("Yes"), Act.OFFER_YES, key, ref), other_day, no)


def _said(offer: Offer, quote: str, client: str) -> str:
    """Who wrote what: the person, or an app in a post that names them."""
    if offer.what is FoundKind.GOAL and offer.said_by:
        wants = (
            _("You wrote that {name} of {client} wants ‘{quote}’.")
            if offer.is_own
            else _("A post says that {name} of {client} wants ‘{quote}’.")
        )
        return wants.format(name=escape(offer.said_by), client=client, quote=quote)
    wrote = (
        _("You wrote ‘{quote}’ about {client}.")
        if offer.is_own
        else _("A post says ‘{quote}’ about {client}.")
    )
    return wrote.format(quote=quote, client=client)
