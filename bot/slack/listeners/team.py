"""The team: figures that are the same for everybody, the lead's kit, and the team hour."""

from __future__ import annotations

from bot.domain.letters import Reply
from bot.errors import TellUser
from bot.flows.post_announcement import announcement_of, post_announcement
from bot.flows.see_team import bring_client, take_client_back, team_hour, team_view
from bot.flows.share_brief import channels_to_share_in
from bot.flows.without_owner import left_clients
from bot.slack.doors import After, CloseAll, Doors, Errors, Open, Say, Visit
from bot.slack.payloads import PressIn, SubmissionIn, modal_of
from bot.slack.presses import Act
from bot.slack.views import team_kit
from bot.slack.views.reply import reply_message
from bot.slack.views.team import team_message


def register(doors: Doors) -> None:
    """Open this listener's doors."""
    doors.presses[Act.TEAM_KIT] = open_kit
    doors.presses[Act.TEAM_HOUR] = open_hour
    doors.presses[Act.TEAM_HOUR_BRING] = bring
    doors.presses[Act.TEAM_HOUR_BACK] = take_back
    doors.presses[Act.TEAM_ANNOUNCE] = open_announcement
    doors.presses[Act.WORKS_COUNCIL] = open_council
    doors.forms[team_kit.ANNOUNCE] = preview
    doors.forms[team_kit.ANNOUNCE_PREVIEW] = post


def team_words(visit: Visit, words: str) -> Say | Open:
    """`/alongside team`, `team kit`, `team hour`."""
    if words.lower() == "kit":
        return Open(_kit(visit))
    if words.lower() == "hour":
        return Open(_hour(visit))
    return Say(team_message(team_view(visit.store, visit.services.group_minimum)))


def open_kit(visit: Visit, pressed: PressIn) -> After:
    """What a lead gets; whoever wants to may look."""
    return Open(_kit(visit), modal_of(pressed))


def open_hour(visit: Visit, pressed: PressIn) -> After:
    """Which clients were brought."""
    return Open(_hour(visit), modal_of(pressed))


def open_council(visit: Visit, pressed: PressIn) -> After:  # noqa: ARG001 - the same for everybody
    """The page to hand on."""
    return Open(team_kit.council_view(), modal_of(pressed))


def open_announcement(visit: Visit, pressed: PressIn) -> After:
    """Words to change, and a channel in which both are."""
    channels = channels_to_share_in(visit.store, visit.person)
    choices = [(one.id, f"#{one.name or one.id}") for one in channels]
    view = team_kit.announce_form(choices) if choices else team_kit.no_channel_view()
    return Open(view, modal_of(pressed))


def bring(visit: Visit, pressed: PressIn) -> After:
    """From a client's card."""
    name = bring_client(visit.store, visit.person, pressed.press.ref, visit.now)
    return Say(reply_message(Reply("brought", {"client": name}), ""))


def take_back(visit: Visit, pressed: PressIn) -> After:
    """It is in the team hour no more."""
    take_client_back(visit.store, visit.person, pressed.press.ref)
    return Open(_hour(visit), modal_of(pressed))


def preview(visit: Visit, submitted: SubmissionIn) -> Errors | Open:
    """Nothing is posted yet."""
    words, channel_id = team_kit.read_announce_form(submitted.view)
    try:
        letter, channel = announcement_of(visit.store, visit.person, channel_id, words)
    except TellUser as error:
        return Errors({"words": error.code}, error.values)
    note = {"words": letter.words or "", "channel": channel.id}
    return Open(team_kit.announce_preview(letter, f"#{channel.name or channel.id}", note))


def post(visit: Visit, submitted: SubmissionIn) -> Errors | CloseAll:
    """Exactly what was previewed."""
    note = team_kit.read_announce_preview(submitted.view)
    try:
        letter, channel = announcement_of(
            visit.store, visit.person, note.get("channel"), note.get("words")
        )
    except TellUser as error:
        return Errors({"": error.code}, error.values)
    post_announcement(visit.store, visit.person, channel, letter, visit.now)
    return CloseAll()


def _kit(visit: Visit) -> dict[str, object]:
    left = left_clients(visit.store, visit.person)
    return team_kit.kit_view([client.name for client in left])


def _hour(visit: Visit) -> dict[str, object]:
    return team_kit.hour_view(team_hour(visit.store, visit.person))
