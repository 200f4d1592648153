"""Figures of groups, the same for everybody; who leads whom, in Home."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from bot.domain.groups import Figure, GroupQuarter
from bot.domain.team_view import GroupSeen, TeamView
from bot.slack.escape import escape, mention
from bot.slack.presses import Act
from bot.slack.views.blocks import Block, Message, actions, button, context, message, section
from bot.slack.views.days import month_name
from bot.texts import _, ngettext

FIGURES: Mapping[Figure, Callable[[], str]] = {
    Figure.ANSWERED: lambda: _("questions answered: {share}"),
    Figure.KEPT: lambda: _("promises kept, of those closed: {share}"),
    Figure.MOVED: lambda: _("promises that had got a new date: {share}"),
    Figure.GOALS: lambda: _("clients whose goal is known and fresh: {share}"),
    Figure.CADENCE: lambda: _("clients within their cadence: {share}"),
    Figure.GAVE: lambda: _("given, of all that was given or asked: {share}"),
}
"""Each figure in words. To add one: a word in `Figure`, a count in `flows/write_quarter.py`."""


def team_message(view: TeamView) -> Message:
    """Takes no person: the bytes are the same for whoever reads the same language."""
    about = _(
        "Everybody sees the same here, leads too. Figures exist for {count} people or more who "
        "take part, once a quarter, in steps of 5 %; nobody can work out anything about fewer."
    ).format(count=view.minimum)
    blocks: list[Block | None] = [section(f"*{_title(view)}*"), context(about)]
    if view.quarter is not None:
        whole = _group_words(_("All who take part"), "", view.workspace, view.quarter)
        blocks.append(section(whole))
    blocks += [section(_seen_words(one, view.quarter)) for one in view.groups]
    if view.more:
        more = ngettext("{count} more group", "{count} more groups", view.more)
        blocks.append(context(more.format(count=view.more)))
    blocks.append(
        actions(button(_("Team hour"), Act.TEAM_HOUR), button(_("Kit for leads"), Act.TEAM_KIT))
    )
    said = [block["text"]["text"] for block in blocks if block and "text" in block]
    return message("\n".join(said), *blocks)


def lead_blocks(lead_id: str | None) -> list[Block]:
    """Home says who leads one's group, and what they see."""
    if not mention(lead_id):
        return []
    words = _("{name} leads your group, and sees what `/alongside team` shows you, nothing else.")
    return [context(words.format(name=mention(lead_id)))]


def _title(view: TeamView) -> str:
    if view.quarter is None:
        return _("The team. The first figures come when a quarter is over.")
    first, last = _months(view.quarter)
    return _("The team, {first} to {last}").format(first=month_name(first), last=month_name(last))


def _months(quarter: str) -> tuple[date, date]:
    year, number = int(quarter[:4]), int(quarter[5:])
    return date(year, 3 * number - 2, 1), date(year, 3 * number, 1)


def _seen_words(seen: GroupSeen, quarter: str | None) -> str:
    return _group_words(escape(seen.name, 80), mention(seen.lead_id), seen.quarter, quarter)


def _group_words(name: str, lead: str, group: GroupQuarter | None, quarter: str | None) -> str:
    heading = f"*{name}*"
    if lead:
        heading = _("*{name}*, led by {lead}").format(name=name, lead=lead)
    if quarter is None:
        return heading
    figures = group.figures if group is not None else {}
    lines = [
        "• " + words().format(share=_share(figures[figure]))
        for figure, words in FIGURES.items()
        if figure in figures
    ]
    return "\n".join(
        [heading, *(lines or [_("Too few people for figures. The kit helps instead.")])]
    )


def _share(percent: int) -> str:
    """About so many; at the ends no more is said than that it is many or few."""
    if percent <= 5:
        return _("5 % or less")
    if percent >= 95:
        return _("95 % or more")
    return _("about {percent} %").format(percent=percent)
