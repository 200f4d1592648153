"""users.*, dnd.* and team.*: people, whether they may be disturbed, and their workspace."""

from __future__ import annotations

from bot.playground.api.call import Call, Method, page_of
from bot.playground.ground import person_of
from bot.playground.people import dnd_object, user_object
from bot.playground.refusals import Refusal
from bot.playground.state import Json, Person


def info(call: Call) -> Json:
    return {"user": _user(call, person_of(call.team, call.text("user")))}


def list_users(call: Call) -> Json:
    everybody = [_user(call, person) for person in call.team.people.values()]
    page, cursor = page_of(everybody, call, 1000, 1000)
    return {"members": page, "cache_ts": call.ground.now_s(), "response_metadata": cursor}


def lookup_by_email(call: Call) -> Json:
    wanted = call.text("email").casefold()
    for person in call.team.people.values():
        if wanted and person.email.casefold() == wanted and not person.deleted:
            return {"user": _user(call, person)}
    raise Refusal("users_not_found")


def dnd_info(call: Call) -> Json:
    return dnd_object(call.ground, person_of(call.team, call.text("user") or call.bot_id))


def dnd_team_info(call: Call) -> Json:
    wanted = [user for user in call.text("users").split(",") if user]
    if not wanted or len(wanted) > 50:
        raise Refusal("too_many_users" if wanted else "no_users_provided")
    found = [call.team.people[user] for user in wanted if user in call.team.people]
    return {"users": {p.id: dnd_object(call.ground, p, of_self=False) for p in found}}


def team_info(call: Call) -> Json:
    team = call.team
    address = f"https://{team.domain}.slack.com/"
    return {
        "team": {
            "id": team.id,
            "name": team.name,
            "url": address,
            "domain": team.domain,
            "email_domain": "",
            "icon": {"image_default": True},
            "avatar_base_url": address,
            "is_verified": False,
        }
    }


METHODS = {
    "users.info": Method(info, ("users:read",)),
    "users.list": Method(list_users, ("users:read",)),
    "users.lookupByEmail": Method(lookup_by_email, ("users:read.email",)),
    "dnd.info": Method(dnd_info, ("dnd:read",)),
    "dnd.teamInfo": Method(dnd_team_info, ("dnd:read",)),
    "team.info": Method(team_info, ("team:read",)),
}


def _user(call: Call, person: Person) -> Json:
    with_email = call.has("users:read.email")
    shown = user_object(call.team, person, call.ground, with_email=with_email)
    if not call.flag("include_locale"):
        del shown["locale"]
    return shown
