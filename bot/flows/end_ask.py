"""Ends a request to take over a promise: the message that asks for it shows that it is over."""

from __future__ import annotations

from bot.domain.letters import HandOver
from bot.domain.vocabulary import NudgeState
from bot.flows.mark_line import with_line
from bot.store.nudges import Nudge
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


def _show_over(store: Store, nudge: Nudge, promise_id: str) -> None:
    """A message on its way that asks about nothing else is not sent at all."""
    shown = with_line(nudge, promise_id, "over")
    lines = nudge.letter.lines if isinstance(nudge.letter, HandOver) else ()
    if nudge.state is NudgeState.PLANNED and all(one.promise_id in shown.done for one in lines):
        store.nudges.withdraw(nudge.id)
    else:
        store.nudges.show(nudge.id, shown)
