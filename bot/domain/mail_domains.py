"""Which mail domain can stand for a client: never a public one, and only if the names agree."""

from __future__ import annotations

import re

from bot.domain.names import client_key

PUBLIC_DOMAINS = frozenset(
    "gmail.com googlemail.com outlook.com hotmail.com hotmail.de hotmail.fr hotmail.co.uk live.com "
    "live.nl msn.com yahoo.com yahoo.de yahoo.fr yahoo.co.uk yahoo.co.jp yahoo.es yahoo.com.br "
    "ymail.com rocketmail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com gmx.at "
    "gmx.ch web.de t-online.de freenet.de arcor.de posteo.de mailbox.org proton.me protonmail.com "
    "pm.me tutanota.com tuta.io fastmail.com hey.com zoho.com mail.com email.com mail.ru yandex.ru "
    "yandex.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bluewin.ch libero.it "
    "virgilio.it terra.com.br uol.com.br bol.com.br ig.com.br sapo.pt telefonica.net ziggo.nl "
    "kpnmail.nl planet.nl xs4all.nl home.nl skynet.be telenet.be btinternet.com sky.com "
    "comcast.net verizon.net att.net sbcglobal.net cox.net bigpond.com qq.com 163.com 126.com "
    "naver.com daum.net hanmail.net rediffmail.com seznam.cz wp.pl o2.pl onet.pl interia.pl".split()
)
"""Where anybody can have an address, so that it says nothing of the organisation."""

_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,4}[a-z]{2,24}")
_SECOND_LEVELS = frozenset("co com org net gov gob gouv ac edu or ne go".split())
_SHORTEST_WORD = 4
_LETTERS = re.compile(r"[^a-z0-9]")


def domain_of(text: str) -> str | None:
    """The domain that a text is, or whose address it is; None for anything else."""
    said = text.strip().lower().rpartition("@")[2]
    return said if len(said) <= 255 and _DOMAIN.fullmatch(said) else None


def is_public(domain: str) -> bool:
    """Whether anybody can have an address there."""
    return domain in PUBLIC_DOMAINS


def stem_of(domain: str) -> str:
    """The part that names the organisation: "acme" of mail.acme.co.uk."""
    parts = domain.split(".")
    if len(parts) > 2 and parts[-2] in _SECOND_LEVELS and len(parts[-1]) == 2:
        parts = parts[:-1]
    return parts[-2] if len(parts) > 1 else parts[0]


def resembles(domain: str, name: str) -> bool:
    """Whether a domain is that of an organisation of this name: all of it, or its first word."""
    stem = _LETTERS.sub("", stem_of(domain))
    words = client_key(name).split()
    joined = "".join(words)
    if stem == joined:
        return True
    first = words[0] if words else ""
    return len(first) >= _SHORTEST_WORD and stem == first
