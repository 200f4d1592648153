"""Says whether a deal's stage is one in which people talk about price."""

from __future__ import annotations

from bot.reading.folding import fold

_TALK = (
    "negotiat nego pricing price discount procurement purchasing terms commercials "
    "verhandl preis rabatt einkauf konditionen "
    "negociac negociat negociation prix remise achats precio precios descuento compras "
    "preco desconto onderhandel prijs korting inkoop"
).split()


def talks_of_price(stage: str | None) -> bool:
    """Whether a word of the stage begins like one for price, terms or haggling."""
    words = fold((stage or "")[:200]).split()
    return any(word.strip(".,:;/()").startswith(tuple(_TALK)) for word in words)
