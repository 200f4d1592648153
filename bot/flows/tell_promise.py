"""Tells how a promise came to where it is: made, moved from day to day, told, closed."""

from __future__ import annotations

from bot.domain.people import Person
from bot.domain.promise_story import PromiseStory, Step, StepSort
from bot.domain.quiet import local_day
from bot.domain.vocabulary import PromiseState
from bot.store.promises import Promise
from bot.store.store import Store


def tell_promise(store: Store, person: Person, promise: Promise) -> PromiseStory:
    """Each step on the person's own day."""
    zone = person.zone
    moves = store.promise_moves.of(promise.id)
    first_on = moves[0].from_on if moves else promise.due_on
    made_on = local_day(promise.made_at, zone)
    steps = [(promise.made_at, Step(StepSort.MADE, made_on, to_on=first_on))]
    for move in moves:
        moved_on = local_day(move.at, zone)
        steps.append((move.at, Step(StepSort.MOVED, moved_on, move.from_on, move.to_on)))
    # Of several moves that were told at once it is said once.
    for told_at, to_on in {move.told_at: move.to_on for move in moves}.items():
        if told_at is not None:
            steps.append((told_at, Step(StepSort.TOLD, local_day(told_at, zone), to_on=to_on)))
    if promise.closed_at is not None:
        is_kept = promise.state is PromiseState.KEPT
        sort = StepSort.KEPT if is_kept else StepSort.DROPPED
        on = local_day(promise.closed_at, zone)
        steps.append((promise.closed_at, Step(sort, on, words=promise.why_dropped)))
    client = store.clients.get(promise.client_id)
    return PromiseStory(
        promise.id,
        client.name if client else "",
        promise.words,
        promise.due_on,
        promise.state is PromiseState.OPEN,
        promise.client_expects_on,
        tuple(step for _, step in sorted(steps, key=lambda pair: pair[0])),
    )
