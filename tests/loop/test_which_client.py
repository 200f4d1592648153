"""Clients are matched against the record by all that a post tells of them; nothing is guessed."""

from __future__ import annotations

import pytest

from bot.playground.shown import Message
from tests.world import World

ACCOUNT = "https://meridian.lightning.force.com/lightning/r/Account/0015g00000AbCd{0}AAV/view"
HUBSPOT = "https://app.hubspot.com/contacts/4711/record/0-2/{0}"
PIPEDRIVE = "https://meridian.pipedrive.com/organization/{0}"


def won(world: World, name: str, more: str = "") -> Message:
    """An app posts that a deal with this client was won."""
    text = f"*Opportunity*: {name}\n*Stage*: Closed Won\n{more}"
    return world.town.app_posts("#deals", text, username="Robot CRM")


def client_of(world: World, post: Message) -> str | None:
    """The client as it stands on the record; None where it is asked."""
    with world.services.reading(world.town.id) as store:
        notice = store.noticed.get(world.town.where("#deals").id, post.ts)
        assert notice is not None
        client = store.clients.get(notice.client_id) if notice.client_id else None
        return client.name if client else None


def is_asked(world: World, post: Message) -> bool:
    with world.services.reading(world.town.id) as store:
        notice = store.noticed.get(world.town.where("#deals").id, post.ts)
        assert notice is not None
        return notice.outcome == "which_client"


@pytest.mark.parametrize("written", ["DÉLMAR", "Delmar GmbH & Co. KG", "Delmar S.A. de C.V."])
def test_one_client_is_written_in_many_ways(sold: World, written: str) -> None:
    sold.ada.runs("/client add Delmar")
    assert client_of(sold, won(sold, written)) == "Delmar"


def test_another_name_is_understood_once_somebody_said_so(sold: World) -> None:
    sold.ada.runs("/client add Gira")
    assert "Kliniken Nord means Gira" in sold.ada.runs("/client also Gira: Kliniken Nord").text
    assert client_of(sold, won(sold, "Kliniken Nord GmbH")) == "Gira"
    sold.ada.runs("/client add Novak")
    assert "on the record already" in sold.ada.runs("/client also Novak: Kliniken Nord").text


@pytest.mark.parametrize("link", [ACCOUNT, HUBSPOT, PIPEDRIVE])
def test_an_account_that_was_seen_with_a_client_names_it(sold: World, link: str) -> None:
    won(sold, "Delmar", f"<{link.format('7')}|Account>")
    renamed = won(sold, "Sunrise Canteens", f"<{link.format('7')}|Account>")
    assert client_of(sold, renamed) == "Delmar"
    other = won(sold, "Moonlight Canteens", f"<{link.format('8')}|Account>")
    assert client_of(sold, other) == "Moonlight Canteens"


def test_an_account_tells_two_of_one_name_apart_and_without_it_is_asked(sold: World) -> None:
    for name in ("Acme Robotics", "Acme Foods"):
        sold.ada.runs(f"/client add {name}")
    unclear = won(sold, "Acme")
    assert is_asked(sold, unclear)
    won(sold, "Acme Foods", f"<{ACCOUNT.format('7')}|Account>")
    assert client_of(sold, won(sold, "Acme", f"<{ACCOUNT.format('7')}|Account>")) == "Acme Foods"
    both = f"<{ACCOUNT.format('7')}|Account> <{ACCOUNT.format('8')}|Account>"
    assert is_asked(sold, won(sold, "Acme", both))


@pytest.mark.prove
def test_a_deal_that_is_known_names_its_client(sold: World) -> None:
    link = "<https://meridian.my.salesforce.com/0065g00000AbCdEAAV|open>"
    for name in ("Acme Robotics", "Acme Foods"):
        sold.ada.runs(f"/client add {name}")
    won(sold, "Acme Robotics", link)
    assert client_of(sold, won(sold, "Acme", link)) == "Acme Robotics"


def test_a_mail_domain_that_bears_the_name_is_remembered(sold: World) -> None:
    for name in ("Acme Robotics", "Acme Foods"):
        sold.ada.runs(f"/client add {name}")
    won(sold, "Acme Foods", "Contact: Jo Meier <mailto:jo@acmefoods.com|jo@acmefoods.com>")
    mail = "Contact: Lu Hart <mailto:lu@acmefoods.com|lu@acmefoods.com>"
    assert client_of(sold, won(sold, "Acme", mail)) == "Acme Foods"


def test_a_mail_domain_can_be_told(sold: World) -> None:
    for name in ("Acme Robotics", "Acme Foods"):
        sold.ada.runs(f"/client add {name}")
    typed = "/client also Acme Robotics: <http://acme.com|acme.com>"
    assert "acme.com means Acme Robotics" in sold.ada.runs(typed).words
    mail = "Contact: <mailto:jo@acme.com|jo@acme.com>"
    assert client_of(sold, won(sold, "Acme", mail)) == "Acme Robotics"


@pytest.mark.parametrize("domain", ["gmail.com", "web.de", "yahoo.co.jp"])
def test_a_public_domain_never_stands_for_a_client(sold: World, domain: str) -> None:
    sold.ada.runs("/client add Web")
    refused = sold.ada.runs(f"/client also Web: {domain}")
    assert "not those of one client" in refused.text
    for name in ("Acme Robotics", "Acme Foods"):
        won(sold, name, f"Contact: <mailto:jo@{domain}|jo@{domain}>")
    assert is_asked(sold, won(sold, "Acme", f"Contact: <mailto:jo@{domain}|jo@{domain}>"))


@pytest.mark.prove
def test_our_own_domain_never_stands_for_a_client(sold: World) -> None:
    with sold.services.reading(sold.town.id) as store:
        ada = store.people.get(sold.ada.id)
    assert ada is not None
    assert ada.email
    ours = ada.email.partition("@")[2]
    sold.ada.runs("/client add Gira")
    assert "not those of one client" in sold.ada.runs(f"/client also Gira: {ours}").text


def test_a_partners_address_says_nothing_of_another_client(sold: World) -> None:
    won(sold, "Acme", "Contact: <mailto:jo@acme.com|jo@acme.com>")
    partnered = won(sold, "Gira", "Introduced by <mailto:jo@acme.com|jo@acme.com>")
    assert client_of(sold, partnered) == "Gira"
    assert client_of(sold, won(sold, "Novak", "<mailto:lu@gira.com|lu@gira.com>")) == "Novak"


def test_what_a_person_said_about_a_post_is_remembered_with_its_account(sold: World) -> None:
    for name in ("Acme Robotics", "Acme Foods"):
        sold.ada.runs(f"/client add {name}")
    first = won(sold, "Acme", f"<{HUBSPOT.format('7')}|Company>")
    assert is_asked(sold, first)
    sold.ada.opens_home()
    sold.works()
    assert sold.ada.home is not None
    sold.ada.presses(sold.ada.home, "Acme Foods")
    again = won(sold, "Acme", f"<{HUBSPOT.format('7')}|Company>")
    assert client_of(sold, again) == "Acme Foods"


def asked_for(world: World, post: Message) -> str | None:
    """Who is asked about a post."""
    with world.services.reading(world.town.id) as store:
        notice = store.noticed.get(world.town.where("#deals").id, post.ts)
        assert notice is not None
        return notice.asked_id


def test_an_owner_is_known_by_mention_mail_and_name(sold: World) -> None:
    with sold.services.reading(sold.town.id) as store:
        ada = store.people.get(sold.ada.id)
    assert ada is not None
    told = ("Ada Brandt", "ADA BRANDT", "Brandt, Ada", "Áda Brändt", "Ada", str(ada.email))
    for number, named in enumerate((*told, f"<@{sold.ada.id}>")):
        post = won(sold, f"Delmar {number}", f"*Deal Owner*: {named}")
        assert asked_for(sold, post) == sold.ada.id, named


def test_nobody_is_taken_for_an_owner_by_a_guess(sold: World) -> None:
    strangers = ("Ben Castellan", "Ada Novak", "Brandt", "A", "nobody@else.example", "<@U0NOBODY>")
    for number, named in enumerate(strangers):
        post = won(sold, f"Delmar {number}", f"*Deal Owner*: {named}")
        assert asked_for(sold, post) is None, named


@pytest.mark.prove
def test_two_sellers_of_one_name_are_nobody_in_particular(sold: World) -> None:
    sold.has_joined(sold.ben)
    with sold.services.transaction(sold.town.id) as store:
        store.people.set(sold.ben.id, name="Ada Brandt")
    assert asked_for(sold, won(sold, "Delmar", "*Deal Owner*: Ada Brandt")) is None
