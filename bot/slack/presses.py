"""What a button says when it is pressed, so that views and listeners agree on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote, unquote

VERSION = "1"
MENU = "nudge.menu"
"""Begins the action id of every ⋯ menu; which act was chosen stands in the option's value."""
_MOST_ID = 255
_MOST_VALUE = 2000


class Act(StrEnum):
    """Everything that a press can mean. To add a button: a line here, a view, a listener."""

    CHOOSE = "question.choose"
    LATER = "nudge.later"
    NOT_RELEVANT = "nudge.not_relevant"
    STOP_KIND = "nudge.stop_kind"
    WHY = "nudge.why"
    CHANGE = "nudge.change"
    OFFER_YES = "offer.yes"
    OFFER_OTHER_DAY = "offer.other_day"
    OFFER_NO = "offer.no"
    PROMISE_SENT = "promise.sent"
    PROMISE_NEW_DATE = "promise.new_date"
    PROMISE_DROP = "promise.drop"
    PROMISE_ADD = "promise.add"
    PROMISE_CHANGE = "promise.change"
    PROMISE_TOLD = "promise.told"
    PROMISE_REOPEN = "promise.reopen"
    PROMISE_SAY_WHY = "promise.say_why"
    PROMISE_HISTORY = "promise.history"
    PROMISES_AT = "promises.at"
    GAVE = "touch.gave"
    HEARD = "touch.heard"
    ASKED = "touch.asked"
    WHAT_GIVEN = "touch.what_given"
    TOUCH_WAY = "touch.way"
    TOUCH_CHANGE = "touch.change"
    KEPT_AT = "kept.at"
    CADENCE = "kept.cadence"
    DATES = "kept.dates"
    CLIENT_LATER = "client.later"
    CLIENT_SHOW = "client.show"
    CLIENT_ADD = "client.add"
    CLIENT_PAGE = "client.page"
    CLIENT_GOALS = "client.goals"
    CLIENT_MERGE = "client.merge"
    CLIENT_UNMERGE = "client.unmerge"
    CLIENT_ARCHIVE = "client.archive"
    CLIENT_BRING_BACK = "client.bring_back"
    CLIENT_HAND_OVER = "client.hand_over"
    TAKE_CLIENT = "client.take"
    NOT_MY_CLIENT = "client.not_me"
    GOAL_STILL_SO = "goal.still_so"
    GOAL_CHANGED = "goal.changed"
    WHICH_CLIENT = "client.which"
    CHECK_IN_GAVE = "checkin.gave"
    CHECK_IN_HEARD = "checkin.heard"
    CHECK_IN_LATER = "checkin.later"
    PREP = "meeting.prep"
    PLAN = "plan.open"
    PLAN_STEP = "plan.step"
    BRIEF_SHARE = "brief.share"
    OWN_NOTES = "brief.own_notes"
    TALKED = "meeting.talked"
    LEARNED = "meeting.learned"
    WENT = "meeting.went"
    CHECK_IN_OUTCOME = "checkin.outcome"
    TELL_BEFORE = "meeting.tell_before"
    AWAY_KEEP = "away.keep"
    AWAY_MOVE = "away.move"
    AWAY_HAND_OVER = "away.hand_over"
    AWAY_LIST = "away.list"
    HAND_OVER = "promise.hand_over"
    TAKE = "hand_over.take"
    NOT_ME = "hand_over.not_me"
    TAKE_LEFT_PROMISE = "left.promise"
    TAKE_LEFT_CLIENT = "left.client"
    KEEP_CHOOSE = "keep.choose"
    KEEP_LATER = "keep.later"
    CHANNEL_HOLDS = "channel.holds"
    ANNOUNCE = "announce.post"
    DO_NOT_ANNOUNCE = "announce.not_now"
    JOIN = "join.press"
    WHAT_IT_READS = "join.what_it_reads"
    LESS = "less.less"
    OTHER = "less.other"
    STOP = "less.stop"
    REFLECT = "reflect.now"
    START = "home.start"
    SETTINGS = "settings.open"
    RESUME = "pause.resume"
    KIND_ON = "kind.on"
    ANSWER_MORE = "answer.more"
    PROMPTS = "prompts.open"
    PROMPTS_AT = "prompts.at"
    PROMPT_ADD = "prompt.add"
    PROMPT_EDIT = "prompt.edit"
    PROMPT_REMOVE = "prompt.remove"
    PROMPT_SILENCE = "prompt.silence"
    PROMPT_SPEAK = "prompt.speak"
    PROMPT_PREVIEW = "prompt.preview"
    SHAPE_FORGET = "shape.forget"
    HELP_ASK = "help.ask"
    HELP_YES = "help.yes"
    HELP_NOT_ME = "help.not_me"
    HELP_WHY = "help.why"
    HELP_STOP = "help.stop"
    HELP_TOPICS = "help.topics"
    HELP_POST = "help.post"
    HELP_CLOSE = "help.close"
    DIGEST_ON = "digest.on"
    QUESTIONS_ON = "questions.on"
    PROMPT_BACK = "question.back"
    FOLLOW_AGAIN = "client.follow"
    LEAVE_BACK = "leave.back"
    PRIVACY = "privacy.open"
    EXPORT = "own.export"
    FORGET = "own.forget"
    FORGET_HAND_OVER = "own.hand_over"
    ADMIN_LOG = "admin.log"
    IMPORT = "import.start"
    IMPORT_CANCEL = "import.cancel"
    IMPORT_TAKE_BACK = "import.take_back"
    TEAM_KIT = "team.kit"
    TEAM_HOUR = "team.hour"
    TEAM_HOUR_BRING = "team.bring"
    TEAM_HOUR_BACK = "team.take_back"
    TEAM_ANNOUNCE = "team.announce"
    WORKS_COUNCIL = "team.works_council"
    GROUPS = "groups.list"
    GROUP_EDIT = "group.edit"
    GROUP_REMOVE = "group.remove"
    PULSE = "pulse.open"
    PULSE_DELETE = "pulse.delete"
    MODEL_PREVIEW = "model.preview"
    MODEL_ON = "model.on"
    MODEL_OFF = "model.off"
    MODEL_MINE = "model.mine"
    MODEL_NOT_MINE = "model.not_mine"


@dataclass(frozen=True, slots=True)
class Press:
    """One press: what it does, on which nudge, and on what (a code, promise, client, channel)."""

    act: Act
    nudge_id: str = ""
    ref: str = ""


def press(act: Act, nudge_id: str = "", ref: str = "") -> tuple[str, str]:
    """The action id (unique within a message) and the value of a button."""
    action_id = f"{act}#{ref}" if ref else str(act)
    return action_id[:_MOST_ID], f"{VERSION}:{_packed(nudge_id)}:{ref}"


def option_value(act: Act, nudge_id: str = "", ref: str = "") -> str:
    """The value of one line in a ⋯ menu."""
    return (
        f"{VERSION}:{_packed(nudge_id)}:{act}#{ref}"
        if ref
        else (f"{VERSION}:{_packed(nudge_id)}:{act}")
    )


def read_press(action: Mapping[str, object]) -> Press | None:
    """What was pressed; None when it is of an older version, or not ours."""
    action_id, chosen = action.get("action_id"), action.get("selected_option")
    value = chosen.get("value") if isinstance(chosen, Mapping) else action.get("value")
    if not isinstance(action_id, str) or not isinstance(value, str) or len(value) > _MOST_VALUE:
        return None
    version, _, rest = value.partition(":")
    nudge_id, colon, ref = rest.partition(":")
    if version != VERSION or not colon:
        return None
    name = action_id.partition("#")[0]
    if name == MENU:
        name, _, ref = ref.partition("#")
    return Press(Act(name), unquote(nudge_id), ref) if name in _ACTS else None


def _packed(nudge_id: str) -> str:
    """Free of colons, which divide the value."""
    return quote(nudge_id, safe="")


_ACTS = frozenset(act.value for act in Act)
