"""The words that Alongside uses everywhere: in code, in tables, in texts."""

from __future__ import annotations

from enum import StrEnum


class PostKind(StrEnum):
    """What a post in a watched channel is."""

    DEAL_UPDATE = "deal_update"
    MEETING_AHEAD = "meeting_ahead"
    MEETING_HELD = "meeting_held"
    OTHER = "other"


class DealEvent(StrEnum):
    """What happened to a deal."""

    CREATED = "created"
    MOVED = "moved"
    CHANGED = "changed"
    WON = "won"
    LOST = "lost"
    QUIET = "quiet"
    RENEWAL = "renewal"


class Facet(StrEnum):
    """What a post shows: six of the client's side, four of ours."""

    GOAL = "goal"
    PROBLEM = "problem"
    THEIR_WORDS = "their_words"
    STAKEHOLDER = "stakeholder"
    SUCCESS_CRITERION = "success_criterion"
    OUR_PROMISE = "our_promise"
    MONEY = "money"
    STAGE = "stage"
    PRODUCT = "product"
    INTERNAL = "internal"


CLIENT_FACETS = frozenset(
    {
        Facet.GOAL,
        Facet.PROBLEM,
        Facet.THEIR_WORDS,
        Facet.STAKEHOLDER,
        Facet.SUCCESS_CRITERION,
        Facet.OUR_PROMISE,
    }
)
"""Those of the client's side."""


class Habit(StrEnum):
    """The seven habits; every prompt trains exactly one."""

    GOAL = "goal"
    LISTEN = "listen"
    LONG_GAME = "long_game"
    OWN = "own"
    MINDS = "minds"
    SUCCESS = "success"
    SIXTY = "sixty"


class Kind(StrEnum):
    """What people switch on and off; each prompt family belongs to one."""

    MEETINGS = "meetings"
    DEALS = "deals"
    PROMISES = "promises"
    RELATIONSHIPS = "relationships"
    CHECK_INS = "check_ins"
    REFLECTIONS = "reflections"


class MomentKind(StrEnum):
    """A situation with a window in time in which a person may be approached."""

    MEETING_HELD = "meeting_held"
    MEETING_AHEAD = "meeting_ahead"
    DEAL_CREATED = "deal_created"
    DEAL_MOVED = "deal_moved"
    DEAL_CHANGED = "deal_changed"
    DEAL_QUIET = "deal_quiet"
    DEAL_WON = "deal_won"
    DEAL_LOST = "deal_lost"
    RENEWAL_TALK = "renewal_talk"
    CHECK_IN_DUE = "check_in_due"
    PROBLEM_OPEN = "problem_open"
    PROMISE_DUE = "promise_due"
    RELATIONSHIP_COOLING = "relationship_cooling"
    GOAL_STALE = "goal_stale"
    QUARTER_END = "quarter_end"
    SIXTY_MINUTES = "sixty_minutes"
    ANSWER_GIVEN = "answer_given"
    CANDIDATE_FOUND = "candidate_found"


class NudgeKind(StrEnum):
    """The three kinds of unasked message, and the reply, which was asked for."""

    QUESTION = "question"
    MORNING_NOTE = "morning_note"
    DIGEST = "digest"
    REPLY = "reply"


class NudgeState(StrEnum):
    """Where a nudge is in its life."""

    PLANNED = "planned"
    SENT = "sent"
    ANSWERED = "answered"
    SNOOZED = "snoozed"
    DISMISSED = "dismissed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    REFUSED = "refused"


class PromiseState(StrEnum):
    """Where a promise is in its life; a moved promise stays open under its new date."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"


class TouchKind(StrEnum):
    """What one human contact with a client was."""

    GAVE = "gave"
    ASKED = "asked"
    LISTENED = "listened"


class ChannelHolds(StrEnum):
    """What a team says is posted in a channel; NEITHER means that it is not read."""

    DEALS = "deals"
    MEETINGS = "meetings"
    BOTH = "both"
    NEITHER = "neither"


class AdminAct(StrEnum):
    """What an admin can change for everybody; each seller can read that it was done."""

    SHARED_ALLOWED = "shared_allowed"
    OWNER_SET = "owner_set"
    PROMPT_ADDED = "prompt_added"
    PROMPT_CHANGED = "prompt_changed"
    PROMPT_REMOVED = "prompt_removed"
    PROMPT_SILENCED = "prompt_silenced"
    PROMPT_SPOKEN = "prompt_spoken"
    MODEL_ON = "model_on"
    MODEL_OFF = "model_off"
    SHAPE_FORGOTTEN = "shape_forgotten"
    ADMIN_NAMED = "admin_named"
    ADMIN_REMOVED = "admin_removed"
    GROUP_SET = "group_set"
    GROUP_REMOVED = "group_removed"
