"""Which days are public holidays in a person's country."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache


def public_holidays(country: str | None, years: Iterable[int]) -> frozenset[date]:
    """Holidays of a country ("DE") or region ("DE-BY") in these years; none where unknown."""
    if not country:
        return frozenset()
    return frozenset().union(*(_of_year(country, year) for year in years))


@lru_cache(maxsize=256)
def _of_year(country: str, year: int) -> frozenset[date]:
    # The library is heavy and few processes need it: it is loaded at the first question.
    import holidays  # noqa: PLC0415

    name, _, region = country.partition("-")
    try:
        return frozenset(holidays.country_holidays(name, subdiv=region or None, years=year))
    except NotImplementedError:
        return frozenset()
