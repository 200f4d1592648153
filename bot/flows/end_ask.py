"""Keeps a request to take over a promise as things stand: under its new date, or over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.letters import HandOver
from bot.domain.vocabulary import NudgeState
from bot.flows.mark_line import with_line
from bot.store.nudge import Nudge
from bot.store.promises import Promise
from bot.store.store import Store


def end_ask(store: Store, promise: Promise, but_for: str | None = None) -> None:
    """Whoever was asked is asked no longer, `but_for` the person who has just answered."""
    asked_id = promise.offered_to
    if asked_id is None or asked_id == but_for:
        return
    store.promises.offer(promise.id, None)
    for nudge in store.nudges.asking(asked_id, promise.id):
        if promise.id not in nudge.shown.done:
            _show_over(store, nudge, promise.id)


def redate_ask(store: Store, promise: Promise, due_on: date) -> None:
    """Whoever is asked sees the date that is told to the client now."""
    if promise.offered_to is None:
        return
    for nudge in store.nudges.asking(promise.offered_to, promise.id):
        if isinstance(nudge.letter, HandOver):
            lines = tuple(
                replace(line, due_on=due_on) if line.promise_id == promise.id else line
                for line in nudge.letter.lines
            )
            store.nudges.rewrite(nudge.id, replace(nudge.letter, lines=lines))


def _show_over(store: Store, nudge: Nudge, promise_id: str) -> None:
    """A message on its way that asks about nothing else is not sent at all."""
    shown = with_line(nudge, promise_id, "over")
    lines = nudge.letter.lines if isinstance(nudge.letter, HandOver) else ()
    if nudge.state is NudgeState.PLANNED and all(one.promise_id in shown.done for one in lines):
        store.nudges.withdraw(nudge.id)
    else:
        store.nudges.show(nudge.id, shown)
