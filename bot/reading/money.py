"""Finds an amount of money as it is written: €1.9M, 34k PLN, USD 12,400, 17 500 €."""

from __future__ import annotations

import re

from bot.reading.late import late

_CURRENCY = (
    r"(?:nz\$|a\$|us\$|c\$|ca\$|s\$|hk\$|r\$|[€$£¥]|eur|usd|gbp|chf|nok|sek|dkk|pln|"
    r"cad|aud|nzd|jpy|czk|huf|brl|mxn|zar|inr|sgd|euros?|dollars?|pounds?|reais|zl|kr|rs\.?|₹|zł|"
    r"zloty|złotych|kč|ron|aed|ngn|₦|naira|kes|ksh|thb|t€|teur|k€|m€|pesos?|cop|ars|rand|francs?|"
    r"franken|kronen|kronor|quid|grand|lakhs?|crores?|bucks)"
)
_NUMBER = r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_SIZE = r"(?: ?(?:k|m|mio|mn|bn|mil|million|millions|millionen|thousand|tsd)\b\.?)?"
_COUNT = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_COUNTED = (
    rf"(?:{_COUNT})(?:[ -](?:{_COUNT}|hundred|and|a half)){{0,6}} (?:thousand|million|grand|lakhs?)"
    r"|\d{1,3}(?:[.,]\d)? (?:mil|mille|tausend|duizend|thousand)"
)
_MAKES_MONEY = frozenset(
    "eur usd gbp chf nok sek dkk pln cad aud nzd jpy czk huf brl mxn zar inr sgd euro euros dollar "
    "dollars pound pounds reais zl kr rs zloty ron aed ngn naira kes ksh thb teur peso pesos cop "
    "ars rand franc francs franken kronen kronor quid grand lakh lakhs crore crores bucks "
    "thousand million mil mille tausend duizend k".split()
)
"""One of these, or a sign, stands in every amount that the pattern fits."""

_FIGURE = late(r"\d")
_WORDS = late(r"[a-z]+")
_MONEY = late(
    rf"(?<!\w){_CURRENCY} ?(?:{_NUMBER})(?![\d%])(?:{_SIZE})(?: ?(?:eur|usd|cad|aud)\b)?"
    rf"|(?<![\w.,])(?:{_NUMBER})(?!\d)(?:{_SIZE}) ?{_CURRENCY}(?!\w)"
    rf"|\b{_COUNTED}(?: {_CURRENCY})?(?!\w)"
    rf"|(?<![\w.,])\d{{1,4}}(?:[.,]\d)? ?k\b(?! ?(?:steps|users|rows|lines|visitors|km|tickets))",
    re.IGNORECASE,
)


def find_amount(text: str) -> str | None:
    """The first amount of money in the text, as written."""
    match = _MONEY.search(text[:4_000]) if _may_hold_money(text) else None
    return match.group().strip() if match else None


def _may_hold_money(text: str) -> bool:
    """Whether there is a figure, and a word or a sign that would make money of it."""
    if _FIGURE.search(text) is None:
        return False
    # Other letters may be other cases of these: such a text is looked through with care.
    is_plain = text.isascii() and "$" not in text
    return not is_plain or not _MAKES_MONEY.isdisjoint(_WORDS.findall(text.lower()))


def count_amounts(text: str) -> int:
    """How many amounts of money the text names."""
    return len(_MONEY.findall(text[:4_000]))
