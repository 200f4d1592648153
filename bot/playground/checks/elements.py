"""Buttons, menus and inputs: which fields each has, and in which block it may stand."""

from __future__ import annotations

from bot.playground.checks import shapes as s
from bot.playground.checks.texts import (
    any_text,
    confirm,
    one_picture,
    option,
    option_group,
    plain,
    slack_file,
)

_ID = {"type": s.anything}
_NAME = {"action_id": s.string(255)}
_MENU = {**_NAME, "placeholder": plain(150), "confirm": confirm, "focus_on_load": s.boolean}
_DISPATCH = s.shape(
    {"trigger_actions_on": s.list_of(s.one_of("on_enter_pressed", "on_character_entered"), 2)}
)
_TYPED = {
    **_NAME,
    "placeholder": plain(150),
    "focus_on_load": s.boolean,
    "dispatch_action_config": _DISPATCH,
}
_USERS = s.list_of(s.string(50), 100, least=0)
_SELECTED = {"max_selected_items": s.integer(1, 100)}
_FILTER = s.shape(
    {},
    {
        "include": s.list_of(s.one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": s.boolean,
        "exclude_bot_users": s.boolean,
    },
)


def _options_or_groups(spot: s.Spot, value: dict[str, object]) -> None:
    if ("options" in value) == ("option_groups" in value):
        spot.refuse("must have exactly one of options and option_groups")
        return
    chosen = value.get("initial_options") or [value.get("initial_option")]
    for one in chosen if isinstance(chosen, list) else []:
        if one is not None and one not in _all_options(value):
            spot.refuse("initial option must be one of the options")


def _all_options(value: dict[str, object]) -> list[object]:
    plain_ones = value.get("options")
    found = list(plain_ones) if isinstance(plain_ones, list) else []
    groups = value.get("option_groups")
    for group in groups if isinstance(groups, list) else []:
        if isinstance(group, dict) and isinstance(group.get("options"), list):
            found.extend(group["options"])
    return found


def _numbers_in_order(spot: s.Spot, value: dict[str, object]) -> None:
    least, most = value.get("min_length"), value.get("max_length")
    if isinstance(least, int) and isinstance(most, int) and least > most:
        spot.refuse("min_length must not be greater than max_length")


_SELECT_OPTIONS = {
    "options": s.list_of(option(), 100),
    "option_groups": s.list_of(option_group, 100),
}
_FEW = s.list_of(option(with_mrkdwn=True), 10)
_FEEDBACK = s.shape(
    {"text": plain(75), "value": s.string(2000)}, {"accessibility_label": s.string(75)}
)

button = s.shape(
    {**_ID, "text": plain(75)},
    {
        **_NAME,
        "url": s.url,
        "value": s.string(2000, least=0),
        "style": s.one_of("primary", "danger"),
        "confirm": confirm,
        "accessibility_label": s.string(75),
    },
)
image = s.shape(
    {**_ID, "alt_text": s.string(2000)},
    {"image_url": s.url, "slack_file": slack_file},
    also=one_picture,
)

ELEMENTS: dict[str, s.Check] = {
    "button": button,
    "image": image,
    "overflow": s.shape(
        {**_ID, "options": s.list_of(option(with_url=True), 5)}, {**_NAME, "confirm": confirm}
    ),
    "static_select": s.shape(
        _ID, {**_MENU, **_SELECT_OPTIONS, "initial_option": option()}, also=_options_or_groups
    ),
    "multi_static_select": s.shape(
        _ID,
        {**_MENU, **_SELECT_OPTIONS, **_SELECTED, "initial_options": s.list_of(option(), 100)},
        also=_options_or_groups,
    ),
    "external_select": s.shape(
        _ID, {**_MENU, "min_query_length": s.integer(0, 1000), "initial_option": option()}
    ),
    "multi_external_select": s.shape(
        _ID,
        {
            **_MENU,
            **_SELECTED,
            "min_query_length": s.integer(0, 1000),
            "initial_options": s.list_of(option(), 100),
        },
    ),
    "users_select": s.shape(_ID, {**_MENU, "initial_user": s.string(50)}),
    "multi_users_select": s.shape(_ID, {**_MENU, **_SELECTED, "initial_users": _USERS}),
    "conversations_select": s.shape(
        _ID,
        {
            **_MENU,
            "initial_conversation": s.string(50),
            "default_to_current_conversation": s.boolean,
            "response_url_enabled": s.boolean,
            "filter": _FILTER,
        },
    ),
    "multi_conversations_select": s.shape(
        _ID,
        {
            **_MENU,
            **_SELECTED,
            "initial_conversations": _USERS,
            "default_to_current_conversation": s.boolean,
            "filter": _FILTER,
        },
    ),
    "channels_select": s.shape(
        _ID, {**_MENU, "initial_channel": s.string(50), "response_url_enabled": s.boolean}
    ),
    "multi_channels_select": s.shape(_ID, {**_MENU, **_SELECTED, "initial_channels": _USERS}),
    "datepicker": s.shape(_ID, {**_MENU, "initial_date": s.day}),
    "timepicker": s.shape(_ID, {**_MENU, "initial_time": s.time_of_day, "timezone": s.string(100)}),
    "datetimepicker": s.shape(
        _ID,
        {
            **_NAME,
            "confirm": confirm,
            "focus_on_load": s.boolean,
            "initial_date_time": s.integer(10**9, 10**10 - 1),
        },
    ),
    "checkboxes": s.shape(
        {**_ID, "options": _FEW},
        {**_NAME, "confirm": confirm, "focus_on_load": s.boolean, "initial_options": _FEW},
    ),
    "radio_buttons": s.shape(
        {**_ID, "options": _FEW},
        {
            **_NAME,
            "confirm": confirm,
            "focus_on_load": s.boolean,
            "initial_option": option(with_mrkdwn=True),
        },
    ),
    "plain_text_input": s.shape(
        _ID,
        {
            **_TYPED,
            "multiline": s.boolean,
            "initial_value": s.string(3000, least=0),
            "min_length": s.integer(0, 3000),
            "max_length": s.integer(1, 3000),
        },
        also=_numbers_in_order,
    ),
    "email_text_input": s.shape(_ID, {**_TYPED, "initial_value": s.string(3000, least=0)}),
    "url_text_input": s.shape(_ID, {**_TYPED, "initial_value": s.string(3000, least=0)}),
    "number_input": s.shape(
        {**_ID, "is_decimal_allowed": s.boolean},
        {
            **_TYPED,
            "initial_value": s.string(40, least=0),
            "min_value": s.string(40),
            "max_value": s.string(40),
        },
    ),
    "rich_text_input": s.shape(_ID, {**_TYPED, "initial_value": s.anything}),
    "file_input": s.shape(
        _ID,
        {**_NAME, "filetypes": s.list_of(s.string(20), 50), "max_files": s.integer(1, 10)},
    ),
    "workflow_button": s.shape(
        {**_ID, "text": plain(75), "workflow": s.anything},
        {
            **_NAME,
            "style": s.one_of("primary", "danger"),
            "accessibility_label": s.string(75),
        },
    ),
    "feedback_buttons": s.shape(
        {**_ID, "positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, _NAME
    ),
    "icon_button": s.shape(
        {**_ID, "icon": s.one_of("trash"), "text": plain(75)},
        {
            **_NAME,
            "value": s.string(2000, least=0),
            "confirm": confirm,
            "accessibility_label": s.string(75),
            "visible_to_user_ids": _USERS,
        },
    ),
    "mrkdwn": any_text(3000),
    "plain_text": any_text(3000),
}

TYPED_INPUTS = frozenset(
    {
        "plain_text_input",
        "email_text_input",
        "url_text_input",
        "number_input",
        "rich_text_input",
    }
)
_SELECTS = {name for name in ELEMENTS if name.endswith("_select")}
_PICKERS = {"datepicker", "timepicker", "datetimepicker", "checkboxes", "radio_buttons"}
INTERACTIVE = frozenset(ELEMENTS) - {"image", "mrkdwn", "plain_text"}
STATEFUL = frozenset(TYPED_INPUTS | _SELECTS | _PICKERS | {"file_input"})

_IN_SECTION = (
    _SELECTS
    | (_PICKERS - {"datetimepicker"})
    | {
        "button",
        "image",
        "overflow",
        "workflow_button",
    }
)
_IN_ACTIONS = (_SELECTS | _PICKERS | {"button", "overflow", "workflow_button"}) | {
    "rich_text_input"
}


def _some(names: set[str] | frozenset[str], where: str) -> s.Check:
    return s.by_type({name: ELEMENTS[name] for name in sorted(names)}, where)


in_section = _some(_IN_SECTION, "a section's accessory")
in_actions = _some(_IN_ACTIONS, "an actions block")
in_context = _some({"image", "mrkdwn", "plain_text"}, "a context block")
in_input = _some(STATEFUL, "an input block")
in_context_actions = _some({"feedback_buttons", "icon_button"}, "a context_actions block")
