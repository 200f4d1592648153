"""Names of clients: legal forms of many countries, case and accents; and whose domain is whose."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.mail_domains import PUBLIC_DOMAINS, domain_of, resembles, stem_of
from bot.domain.names import client_key, person_key

FORMS = (
    "AG", "GmbH", "GmbH & Co. KG", "GmbH & Co. KGaA", "OHG", "e.K.", "UG", "SE", "S.A.", "S.A.S.",
    "SARL", "S.à r.l.", "EURL", "S.L.", "S.L.U.", "S.A.U.", "Ltda", "Ltda.", "S/A", "B.V.", "N.V.",
    "SpA", "S.p.A.", "S.r.l.", "Oy", "Oyj", "AB", "AB (publ)", "ApS", "A/S", "ASA", "K.K.", "G.K.",
    "Pty Ltd", "Pty. Ltd.", "Pte. Ltd.", "Pvt. Ltd.", "Private Limited", "Co., Ltd.", "Ltd", "PLC",
    "Inc.", "LLC", "L.L.C.", "LLP", "Corp.", "Corporation", "S.A. de C.V.", "S. de R.L. de C.V.",
    "Sp. z o.o.", "s.r.o.", "a.s.", "d.o.o.", "Kft.", "Zrt.", "UAB", "SIA", "OÜ", "BVBA", "SPRL",
    "Sdn Bhd", "A.Ş.", "Lda", "SGPS", "株式会社", "有限公司", "(株)", "ООО",
)  # fmt: skip
NAMES = st.sampled_from(
    ["Delmar", "Gira Kliniken", "Bäckerei Kühn", "Osprey Rail", "Novák", "日立"]
)


@pytest.mark.parametrize("form", FORMS)
def test_a_legal_form_is_no_part_of_the_name(form: str) -> None:
    assert client_key(f"Delmar {form}") == "delmar"
    assert client_key(f"Delmar Foods, {form}".upper()) == "delmar foods"


@given(NAMES, st.sampled_from(FORMS), st.booleans())
def test_every_way_of_writing_one_name_has_one_key(name: str, form: str, loud: bool) -> None:
    written = f"  {name}  {form}"
    assert client_key(written.upper() if loud else written) == client_key(name)


@given(st.text("aB äßø株式会社.(&/,-_ \u0000\u202e🎉שם", max_size=30))
def test_a_key_never_fails_and_never_changes_again(name: str) -> None:
    key = client_key(name)
    assert client_key(key) == key or len(key.split()) > 1 or not key.isascii()
    assert bool(key) == bool(name.strip())


def test_what_is_no_legal_form_stays() -> None:
    assert client_key("Club de Mar") == "club de mar"
    assert client_key("AG") == "ag"
    assert client_key("Studio CV") == "studio cv"
    assert client_key("Delmar Foods") != client_key("Delmar")
    assert client_key("株式会社日立") == client_key("日立")


@pytest.mark.parametrize(
    ("said", "domain"),
    [
        ("jo@acme.com", "acme.com"), ("ACME.co.uk", "acme.co.uk"), ("acme", None),
        ("a b.com", None),
        ("jo@", None), ("x" * 300 + ".com", None), ("acme..com", None), ("-acme.com", None),
    ],
)  # fmt: skip
def test_what_a_domain_is(said: str, domain: str | None) -> None:
    assert domain_of(said) == domain


def test_a_domain_stands_for_a_client_of_its_name_only() -> None:
    assert stem_of("mail.acme.co.uk") == "acme"
    assert resembles("acme.com", "Acme AG")
    assert resembles("delmar-foods.com", "Delmar Foods")
    assert resembles("delmar.de", "Delmar Foods")
    assert resembles("bmw.de", "BMW AG")
    assert not resembles("gira.com", "Novak")
    assert not resembles("air.com", "Air Liquide")
    assert not resembles("acmesupplies.com", "Acme Robotics")
    assert all(domain_of(domain) == domain for domain in PUBLIC_DOMAINS)


def test_a_person_is_one_however_written() -> None:
    assert person_key("Brandt, Áda") == person_key("ada brandt")
    assert person_key("Ada Brandt") != person_key("Ada Brand")
