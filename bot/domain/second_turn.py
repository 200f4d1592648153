"""Whether a question that was drawn from somebody's answer may be asked of them."""

from __future__ import annotations

import re

from bot.domain.model_help import FollowUpProposed
from bot.domain.redaction import Redacted

MOST_LETTERS = 200
_WORD = re.compile(r"[^\W\d_]{4,}")
_MARKUP = re.compile(
    r"[<>@#*_~`|\[\]{}\\/]|\b\w+\.\w{2,}\b|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff]"
)
"""Nothing in it may be a link, an address or a command, or lead the eye astray."""
_SECRETS = re.compile(
    r"passwor|passwort|kennwort|credential|zugangsdaten|login|\bpin\b|\btan\b|\btoken|api.?key|"
    r"credit card|kreditkart|\biban\b|bank account|kontonummer",
    re.IGNORECASE,
)


def is_drawn_from(proposed: FollowUpProposed, sent: Redacted) -> bool:
    """Whether it takes up words of the answer, and asks for nothing that nobody should type.

    The quotation must be literally in the answer, and a word of it in the question.
    """
    question = proposed.question
    words = sent.original_of(proposed.quote.strip())
    if words is None or len(question) > MOST_LETTERS or question != question.strip():
        return False
    if _MARKUP.search(question) or _SECRETS.search(question):
        return False
    return bool(_words_of(words) & _words_of(question))


def _words_of(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}
