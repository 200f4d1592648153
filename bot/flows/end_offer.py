"""Ends what was found in a post: its words are erased, and messages that offer it become a line."""

from __future__ import annotations

from bot.domain.letters import Shown
from bot.domain.vocabulary import NudgeState
from bot.flows.mark_line import with_line
from bot.store.candidates import Candidate, CandidateState
from bot.store.store import Store

_SAYS = {
    CandidateState.CONFIRMED: (NudgeState.ANSWERED, "answered_elsewhere"),
    CandidateState.REJECTED: (NudgeState.ANSWERED, "answered_elsewhere"),
    CandidateState.WITHDRAWN: (NudgeState.WITHDRAWN, "withdrawn"),
    CandidateState.EXPIRED: (NudgeState.EXPIRED, "expired"),
}


def end_candidate(store: Store, candidate: Candidate, state: CandidateState) -> None:
    """Settle it; a message in which it was offered offers it no longer, and keeps no word of it."""
    store.candidates.settle(candidate.id, state)
    store.moments.without_candidate(candidate.id)
    store.people.home_changed(candidate.person_id)
    nudge_state, code = _SAYS[state]
    for nudge in store.nudges.offers_of(candidate.person_id, candidate.id):
        store.nudges.erase_offer(nudge, candidate.id)
        if nudge.state is NudgeState.PLANNED:
            store.nudges.withdraw(nudge.id)
        elif nudge.state is NudgeState.SENT:
            # The seller did nothing, so nothing counts as acted on by them.
            store.nudges.settle(nudge.id, nudge_state, Shown(code), None)
    for digest in store.nudges.naming(candidate.person_id, candidate.id):
        store.nudges.erase_offer(digest, candidate.id)
        if candidate.id not in digest.shown.done:
            store.nudges.show(digest.id, with_line(digest, candidate.id, "over"))
