"""Finds an amount of money as it is written: €1.9M, 34k PLN, USD 12,400, 17 500 €."""

from __future__ import annotations

import re

_CURRENCY = (
    r"(?:nz\$|a\$|us\$|c\$|ca\$|s\$|hk\$|r\$|[€$£¥]|eur|usd|gbp|chf|nok|sek|dkk|pln|"
    r"cad|aud|nzd|jpy|czk|huf|brl|mxn|zar|inr|sgd|euros?|dollars?|pounds?|reais|zl|kr)"
)
_NUMBER = r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_SIZE = r"(?: ?(?:k|m|mio|mn|bn|mil|million|millions|millionen|thousand|tsd)\b\.?)?"
_MONEY = re.compile(
    rf"(?<!\w){_CURRENCY} ?(?:{_NUMBER})(?![\d%])(?:{_SIZE})(?: ?(?:eur|usd|cad|aud)\b)?"
    rf"|(?<![\w.,])(?:{_NUMBER})(?!\d)(?:{_SIZE}) ?{_CURRENCY}(?!\w)"
    rf"|(?<![\w.,])\d{{1,4}}(?:[.,]\d)? ?k\b(?! ?(?:steps|users|rows|lines|visitors|km|tickets))",
    re.IGNORECASE,
)


def find_amount(text: str) -> str | None:
    """The first amount of money in the text, as written."""
    match = _MONEY.search(text[:4_000]) if any(map(str.isdecimal, text)) else None
    return match.group().strip() if match else None


def count_amounts(text: str) -> int:
    """How many amounts of money the text names."""
    return len(_MONEY.findall(text[:4_000]))
