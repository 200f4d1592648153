"""Recap cards of any note taker: a headline with the client, key points, next steps."""

from __future__ import annotations

import re

from bot.reading.claim import Claim
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.post import Post
from bot.reading.recap import claim_recap

_HEAD = late(
    r"\b(?:(?:call|meeting|visit|demo|conversation)?\s*(?:recap|summary|notes|minutes of|"
    r"debrief|highlights)|"
    r"compte[- ]rendu|protokoll|gesprachsnotiz|zusammenfassung|resumen|resumo|acta|ata|verslag|"
    r"samenvatting|synthese)\b"
)
_SECTIONS = late(
    r"^\W*(?:key (?:points|takeaways)|takeaways|next steps?|action items?|summary|highlights|"
    r"topics|"
    r"meeting purpose|objections|nachste schritte|kernpunkte|wichtigste punkte|ergebnisse|suite|"
    r"prochaines etapes|points cles|a faire|proximos pasos|puntos clave|proximos passos|"
    r"pontos principais|pontos[- ]chave|volgende stappen|vervolgstappen|kernpunten|actiepunten|"
    r"acciones|acoes|actions|aufgaben|to ?dos?)\W*(?:$|:)"
)
_LENGTH = late(r"\s*[(|•·–-]*\s*\d{1,3} ?(?:min|mins|minutes|minuten|minutos)\b.*$", re.IGNORECASE)


def read(post: Post) -> Claim | None:
    """The meeting of a recap card posted by an app."""
    if not post.is_app or not post.lines:
        return None
    sections = sum(1 for line in post.lines if len(line) < 60 and _SECTIONS.match(fold(line)))
    heads = [line for line in (*post.titles[:2], *post.lines[:2]) if _HEAD.search(fold(line[:80]))]
    if sections == 0 and not (heads and len(post.lines) > 1):
        return None
    if not heads and sections < 1:
        return None
    return claim_recap(post, _title(post))


def _title(post: Post) -> str:
    """The headline that names more than the kind of post."""
    for line in (*post.titles, *post.strong[:1], *post.lines[:3]):
        rest = _LENGTH.sub("", _HEAD.sub("", line[:160]) if ":" not in line else line[:160])
        bare = re.sub(r"^[^:]{0,40}:\s*", "", rest) if _HEAD.search(fold(rest)) else rest
        if len(fold(bare).strip(" -:·|")) > 3 and not _HEAD.fullmatch(fold(bare).strip(" :ready")):
            return bare
    return post.lines[0]
