"""Pipedrive's bot: "Noor has moved deal *Title* to stage *X*", in the languages it speaks."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.signals import OwnerNamed
from bot.domain.vocabulary import DealEvent
from bot.reading.claim import NOTHING, Claim
from bot.reading.folding import fold
from bot.reading.labelled_deal import claim_deal, event_by_stage
from bot.reading.links import points_at
from bot.reading.post import Post
from bot.reading.titles import deal_client

_SAYS: tuple[tuple[DealEvent, tuple[str, ...]], ...] = (
    (DealEvent.LOST, ("as lost", "lost the deal", "perdido", "perdue", "verloren", "perdida")),
    (DealEvent.WON, ("as won", "won the deal", "ganado", "gagnee", "gewonnen", "ganho", "ganhou")),
    (
        DealEvent.CREATED,
        ("has added", "added a", "created", "anadido", "creado", "ajoute", "cree", "hinzugefugt",
         "erstellt", "adicionou", "criou", "toegevoegd", "aangemaakt"),
    ),
    (
        DealEvent.MOVED,
        ("moved", "stage", "movido", "etapa", "deplace", "etape", "verschoben", "phase", "moveu",
         "verplaatst", "fase"),
    ),
    (
        DealEvent.CHANGED,
        ("changed the value", "value", "close date", "amount", "valor", "montant", "valeur", "wert",
         "cambiado", "modifie", "geandert", "alterou", "waarde", "gewijzigd"),
    ),
)  # fmt: skip


def read(post: Post) -> Claim | None:
    """The deal that Pipedrive's one sentence tells of; a note added to a deal is none."""
    if "pipedrive" not in post.app and not points_at(post.links, "pipedrive.com/deal"):
        return None
    line = fold(post.lines[0]) if post.lines else ""
    deal = next((each for each in post.strong if each), None)
    if deal is None:
        return None
    said = line.replace(fold(deal), " ")
    if " note" in said or "activity" in said:
        return NOTHING
    stage = post.strong[1] if len(post.strong) > 1 else None
    event = (stage and event_by_stage(stage)) or next(
        (event for event, words in _SAYS if any(word in said for word in words)), None
    )
    if not isinstance(event, DealEvent):
        return None
    claim = claim_deal(post, event, client=deal_client(deal) or deal, deal=deal)
    return _with_actor(claim, post, stage)


def _with_actor(claim: Claim, post: Post, stage: str | None) -> Claim:
    actor = post.mails[0] if post.mails else None
    owner = OwnerNamed(email=actor.address, name=actor.name or None) if actor else claim.owner
    return replace(claim, owner=owner, stage=claim.stage or stage)
