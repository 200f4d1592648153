"""Reads what somebody types under an offer: yes, no, or the day on which it shall be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.reading.dates import find_bad_day, find_days
from bot.reading.folding import fold

LONGEST = 80
"""Whoever writes more than that says something else."""
_NO = frozenset(
    "no nope nah not never nein nicht kein keine keinen nee non pas nao nunca niet geen "
    "false drop skip ignore".split()
)
_YES = frozenset(
    "yes yep yeah yup ya yea sure ok okay okey fine right correct exactly please do "
    "ja jo jawohl klar genau gerne gern stimmt richtig bitte passt mach "
    "oui ouais accord bon volontiers exact si sim claro vale dale perfecto certo correto "
    "isso jazeker zeker prima graag akkoord goed klopt".split()
)
_AROUND = frozenset(
    "a an the it that this is s it's i my me to for by on at in of and but rather better make "
    "then until till due before latest thanks thank you promise promised goal theirs their one "
    "thing good great back bring remind "
    "das ist es ein eine versprechen ziel danke aber lieber besser erst am bis zum den der die "
    "dem im vom ihr und vor dann "
    "c est ce une promesse objectif merci mais plutot avant le la les pour au du un "
    "es una promesa objetivo gracias pero mejor para el antes del de "
    "e uma um obrigado obrigada mas melhor o as dia "
    "het een belofte doel dank bedankt maar liever voor op tegen d accord".split()
)
_SIGNS = {
    **dict.fromkeys(("+1", "thumbsup", "white_check_mark", "ok_hand", "👍", "✅"), "yes"),
    **dict.fromkeys(("-1", "thumbsdown", "x", "👎"), "no"),
}
_SIGN = re.compile(r":([a-z0-9_+-]{1,30}):(?::skin-tone-\d:)?|([👍👎✅])")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Answered:
    """Yes or no, or a day; nothing of these where the words say something else."""

    is_yes: bool = False
    is_no: bool = False
    day: date | None = None
    bad_day: str | None = None
    """A day that no calendar has, as it was written."""


def read_yes_or_no(text: str, today: date) -> Answered:
    """What a short reply says; a day counts as yes on another day. Anything unsure is nothing.

    "No, Friday" is Friday; "not on Friday" says no day at all, so it is nothing.
    """
    said = text.strip()
    if not said or len(said) > LONGEST:
        return Answered()
    bad = find_bad_day(said)
    if bad is not None:
        return Answered(bad_day=bad)
    days = find_days(said, today)
    rest = said
    for day in reversed(days):
        rest = f"{rest[: day.start]} {rest[day.end :]}"
    signs = {_SIGNS.get(match[1] or match[2]) for match in _SIGN.finditer(rest)}
    words = _WORD.findall(fold(_SIGN.sub(" ", rest)))
    if None in signs or not set(words) <= _YES | _NO | _AROUND:
        return Answered()
    is_yes = "yes" in signs or not _YES.isdisjoint(words)
    is_no = "no" in signs or not _NO.isdisjoint(words)
    if len({day.day for day in days}) == 1:
        begins_with_no = bool(words) and words[0] in _NO and _has_pause(said)
        return Answered(day=days[0].day) if not is_no or begins_with_no else Answered()
    if days or is_yes == is_no:
        return Answered()
    return Answered(is_yes=is_yes, is_no=is_no)


def _has_pause(said: str) -> bool:
    """Of "No, Friday" the no stands for itself."""
    return re.match(r"^\s*\w+\s*[,;.:–—-]", said) is not None
