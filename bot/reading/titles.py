"""Names the client in the title of a meeting or a deal: "Acme Robotics - Q4 expansion"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.reading.clients import tidy_name
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.late import late
from bot.reading.meeting_words import MEETINGS
from bot.reading.mrkdwn import Mail
from bot.reading.name_spans import is_plain_word
from bot.reading.name_words import CONNECTORS, LEGAL
from bot.reading.org_words import is_org
from bot.reading.vocabulary import is_common
from bot.reading.words import Word, split_words

_SPLIT = late(r"\s*(?:\||//|<>|<->|↔|→|•|·|–|—|\s-\s|:\s|\s/\s|\s[xX×]\s|\s\+\s|\s?\(|\)|,\s|;)\s*")
_WITH = late(
    r"(?:@\s*|\b(?:with|mit|avec|con|com|met|bei|chez|at|for|für|pour|para|voor|von|of)\s+)(?=\S)",
    re.IGNORECASE,
)
_WEAK_WITH = frozenset("for für pour para voor of von at".split())
_TITLE_WORDS = frozenset(
    "ort begehung vor "
    "energy roster first second third final monthly quarterly weekly annual success business "
    "technical commercial executive steering onboarding check catch up next step steps pilot "
    "handover implementation project walkthrough deep dive scoping alignment performance value "
    "survey closing pricing price contract questions answers introduction introductory "
    "exploratory "
    "zweites drittes erstes jahres quartals monats abstimmung vorstellung ersttermin folge "
    "premier deuxieme suivi trimestrielle lancement presentation mensuel arranque seguimiento "
    "trimestral inicial segunda primera presentacion revision apresentacao acompanhamento "
    "inicial "
    "kennismaking eerste tweede voortgang bespreking demonstratie evaluatie rollout expansion "
    "new "
    "business upsell renewal 2024 2025 2026 2027 2028 q1 q2 q3 q4 fy25 fy26 fy27 phase site "
    "sites "
    "campus plant licences licenses seats users year years deal opportunity meeting started by "
    "personal room canceled cancelled updated invitation invite accepted".split()
)


@dataclass(frozen=True, slots=True)
class TitleRead:
    """What a title tells: the client, if it names one, and whether it is a meeting of our own."""

    client: str | None
    is_ours: bool


def read_meeting_title(
    title: str, mails: Sequence[Mail] = (), ours: frozenset[str] = frozenset()
) -> TitleRead:
    """The client of a meeting's title; `ours` are mail domains known to be our side's."""
    folded = fold(title[:300])
    client = _client_by_mail(title[:300], mails, ours) or client_of_title(title, ours)
    if client is not None and " " not in client and _is_everyday(fold(client)):
        client = None
    words = split_words(folded)
    is_ours = any(hit.tag == "ourselves" for hit in MEETINGS.find(words))
    if is_ours and client is not None:
        is_ours = not _named_with(title, client)
    return TitleRead(client, is_ours)


def _is_everyday(word: str) -> bool:
    return word in FIRST_NAMES or is_common(word)


def client_of_title(title: str, ours: frozenset[str] = frozenset()) -> str | None:
    """The piece of a title that is a name and neither a meeting's words nor our own company."""
    named = _after_with(title)
    if named:
        return named
    pieces = [piece for piece in _SPLIT.split(title[:300]) if piece.strip()]
    names = [name for piece in pieces if (name := _bare_name(piece))]
    names = [name for name in names if fold(name).split()[0] not in ours]
    if not names:
        return None
    return max(names[:4], key=lambda name: _fitness(name, names.index(name)))


def deal_client(deal: str) -> str | None:
    """The client in a deal's name: what stands before the dash, unless that is no name."""
    pieces = [
        p
        for p in re.split(r"\s[-–—|/:]\s|\s?[|]\s?|:\s|\s?\(|\s//\s|\s[-–—]|[–—]", deal[:200])
        if p.strip()
    ]
    for piece in pieces[:3]:
        words = split_words(fold(piece))
        generic = all(
            is_plain_word(w.plain) or w.plain in _TITLE_WORDS or w.plain in CONNECTORS
            for w in words
        )
        if words and not generic:
            return tidy_name(_bare_name(piece, keep_single=True) or piece)
    return tidy_name(pieces[0]) if pieces else None


def own_domains(organiser: str | None) -> frozenset[str]:
    """First labels of the domains of our side, as far as a post shows them."""
    if organiser and "@" in organiser:
        return frozenset({_stem(organiser)})
    return frozenset()


def _stem(address: str) -> str:
    return fold(address.rpartition("@")[2].split(".")[0])


def _client_by_mail(title: str, mails: Sequence[Mail], ours: frozenset[str]) -> str | None:
    stems = [_stem(mail.address) for mail in mails if "@" in mail.address]
    outside = [stem for stem in stems if stem not in ours and len(stem) > 2]
    words = split_words(fold(title))
    for at, word in enumerate(words):
        if any(
            word.plain == stem or (len(word.plain) > 4 and stem.startswith(word.plain))
            for stem in outside
        ):
            first = last = at
            while (
                first
                and title[words[first - 1].end : words[first].start] == " "
                and _may_lead(title, words[first - 1])
            ):
                first -= 1
            while last + 1 < len(words) and title[words[last].end : words[last + 1].start] in (
                " ",
                " & ",
                "-",
            ):
                following = words[last + 1]
                written = title[following.start : following.end]
                if not written[0].isupper() or (
                    following.plain in _TITLE_WORDS
                    or (is_plain_word(following.plain) and not is_org(following.plain))
                ):
                    break
                last += 1
            return tidy_name(title[words[first].start : words[last].end])
    return None


def _may_lead(title: str, word: Word) -> bool:
    return (
        title[word.start].isupper()
        and word.plain not in _TITLE_WORDS
        and not is_plain_word(word.plain)
    )


def _after_with(title: str) -> str | None:
    best = None
    for match in _WITH.finditer(title[:300]):
        rest = _SPLIT.split(title[match.end() : match.end() + 80])[0]
        name = _bare_name(rest)
        if name and name[0].isupper():
            weak = fold(match.group()).strip() in _WEAK_WITH
            # "City of York" is a name, not a meeting of York.
            before = _bare_name(title[: match.start()])
            if weak and before:
                continue
            best = best or name
    return best


def _named_with(title: str, client: str) -> bool:
    if fold(client).split()[0] in FIRST_NAMES:
        return False
    return _after_with(title) == client or any(
        is_org(word) or word in LEGAL for word in fold(client).split()[1:]
    )


def _bare_name(piece: str, *, keep_single: bool = False) -> str | None:
    """The piece without the words of meetings at its ends; None if nothing is left."""
    words = split_words(fold(piece))
    if not words:
        return None
    first, last = 0, len(words) - 1
    while first <= last and _is_title_word(words[first].plain, keep_single, first < last):
        first += 1
    while last >= first and _is_title_word(words[last].plain, keep_single, first < last):
        last -= 1
    if first > last:
        return None
    # What follows a small word in the middle is the occasion: "Acme and us talk about".
    name = piece[words[first].start : words[last].end]
    if not any(letter.isupper() or letter.isdigit() for letter in name) and not keep_single:
        return None
    if re.fullmatch(r"[a-z]{3}-[a-z]{4}-[a-z]{3}|[\d\W]+", name):
        return None
    return tidy_name(name)


def _is_title_word(word: str, keep_org: bool, has_more: bool) -> bool:
    if is_org(word):
        return not has_more and not keep_org
    return word in _TITLE_WORDS or is_plain_word(word) or word in CONNECTORS or len(word) == 1


def _fitness(name: str, place: int) -> float:
    words = fold(name).split()
    score = -0.4 * place + min(len(words), 3) * 0.6
    if any(is_org(word) or word in LEGAL for word in words[1:]):
        score += 2
    if words[0] in FIRST_NAMES:
        score -= 2.5
    if not name[0].isupper() and not name[0].isdigit():
        score -= 2
    return score
