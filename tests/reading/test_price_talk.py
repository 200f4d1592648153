"""Which stages of a deal are talk of a price."""

from __future__ import annotations

import pytest

from bot.reading.price_talk import talks_of_price


@pytest.mark.parametrize(
    "stage",
    ["Negotiation", "Contract negotiation", "In Verhandlung", "Verhandlungsphase", "Procurement",
     "Pricing/terms", "Préciser le prix", "Negociación", "Onderhandeling", "Einkauf"],
)  # fmt: skip
def test_it_is(stage: str) -> None:
    assert talks_of_price(stage)


@pytest.mark.parametrize(
    "stage", [None, "", "Discovery", "Proposal", "Angebot", "Pilot", "x" * 9999]
)
def test_it_is_not(stage: str | None) -> None:
    assert not talks_of_price(stage)
