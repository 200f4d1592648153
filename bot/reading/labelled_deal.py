"""Reads a deal out of `label: value` lines, whichever tool wrote them and in which language."""

from __future__ import annotations

from datetime import date

from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.claim import Claim
from bot.reading.dates import find_day
from bot.reading.deal_words import DEALS
from bot.reading.folding import fold
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.money import find_amount
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.titles import deal_client
from bot.reading.words import split_words

CLIENT = (
    "company", "lead", "company name", "account", "account name", "client", "customer",
    "organisation",
    "organization", "kunde", "firma", "unternehmen", "client name", "customer name", "societe",
    "entreprise", "compte", "cliente", "empresa", "cuenta", "conta", "klant", "bedrijf",
    "organisatie", "associated company", "kundenname", "konto",
)  # fmt: skip
DEAL = (
    "deal name", "deal", "opportunity", "opportunity name", "opp", "opp name", "name", "deal title",
    "title", "opportunite", "affaire", "dossier", "oportunidad", "negocio", "trato", "oportunidade",
    "verkaufschance", "chance", "projekt", "kans", "projet", "proyecto", "projeto", "dealname",
    "nom", "nombre", "nome", "naam", "subject", "up for renewal", "renewal", "won", "lost",
    "closed won", "closed lost", "new deal", "new opportunity", "deal won", "deal lost",
    "nom de l'affaire", "nome do negocio", "nombre del negocio", "nombre del trato",
)  # fmt: skip
STAGE = (
    "new stage", "new status", "deal stage", "stage", "opportunity stage", "to stage",
    "current stage", "phase",
    "neue phase", "status", "etape", "nouvelle etape", "etapa", "nueva etapa", "nova etapa", "fase",
    "nieuwe fase", "stufe", "dealstage", "deal status", "moved to", "to",
)  # fmt: skip
OLD_STAGE = (
    "old stage", "old status", "previous stage", "from stage", "prior stage", "from", "alte phase",
    "ancienne etape", "etapa anterior", "vorige fase", "bisherige phase", "moved from",
)  # fmt: skip
AMOUNT = (
    "new amount", "amount", "deal amount", "value", "deal value", "new value", "expected revenue",
    "arr", "acv", "tcv", "mrr", "betrag", "wert", "volumen", "neuer betrag", "montant", "valeur",
    "importe", "valor", "bedrag", "waarde", "current arr", "contract value", "est value", "price",
    "nouveau montant", "nuevo importe", "novo valor", "nieuw bedrag", "deal size",
)  # fmt: skip
OLD_AMOUNT = (
    "old amount", "previous amount", "old value", "previous value", "alter betrag",
    "ancien montant", "importe anterior", "valor anterior", "oud bedrag", "bisheriger betrag",
)  # fmt: skip
CLOSE = (
    "new close date", "close date", "closing date", "expected close", "expected close date",
    "abschlussdatum", "abschluss", "date de cloture", "cloture", "fecha de cierre", "cierre",
    "data de fechamento", "fechamento", "sluitdatum", "closedate", "signature prevue",
)  # fmt: skip
OLD_CLOSE = ("old close date", "previous close date", "bisheriges abschlussdatum")
QUIET = (
    "days without activity", "days inactive", "last contacted", "last activity",
    "days since last activity",
    "inactive days", "letzte aktivitat", "tage ohne aktivitat", "derniere activite",
    "ultima actividad",
    "ultima atividade", "laatste activiteit", "no activity since", "days silent", "idle days",
)  # fmt: skip
RENEWAL = (
    "renewal date", "renews on", "contract end", "contract ends", "contract end date", "expires",
    "expiry date", "ends", "end date", "vertragsende", "lauft aus am", "date de renouvellement",
    "echeance", "fin de contrat", "fecha de renovacion", "vencimiento", "vencimento",
    "data de renovacao", "einddatum", "verlengingsdatum", "up for renewal", "renewal due",
)  # fmt: skip
LOST = (
    "lost reason", "closed lost reason", "reason lost", "loss reason", "verlustgrund", "lost to",
    "motif de perte", "motivo de perdida", "motivo da perda", "reden verlies",
)  # fmt: skip

_WON_STAGE = late(
    r"closed[ -]?won|\bwon\b|gewonnen|\bgagnee?s?\b|\bganad[oa]s?\b|\bganh[oa]s?\b|"
    r"fechado ganho|closedwon|signed"
)
_LOST_STAGE = late(
    r"closed[ -]?lost|\blost\b|verloren|\bperdue?s?\b|\bperdid[oa]s?\b|closedlost|abandoned"
)
_ORDER = ("lost", "won", "quiet", "renewal", "changed", "moved", "created")


def read_labelled_deal(post: Post) -> Claim | None:
    """The deal that the labels of a post describe; None without a deal's label and an event."""
    deal = post.label(*DEAL)
    client = post.label(*CLIENT) or (deal_client(deal) if deal else None)
    if not client:
        return None
    event = event_by_labels(post)
    if event is None:
        return None
    return claim_deal(post, event, client=client, deal=deal)


def claim_deal(post: Post, event: DealEvent, *, client: str, deal: str | None = None) -> Claim:
    """A deal's claim with all that the labels and links of the post add."""
    closes = post.label(*CLOSE)
    return Claim(
        PostKind.DEAL_UPDATE,
        client=client.strip()[:120],
        event=event,
        deal=deal,
        stage=post.label(*STAGE),
        amount=post.label(*AMOUNT),
        close_on=_day(closes, post.today) if closes else None,
        owner=owner_of(post),
        source=source_of(post.links),
    )


def _day(text: str, today: date) -> date | None:
    found = find_day(text, today)
    return found.day if found else None


def event_by_labels(post: Post) -> DealEvent | None:
    """What happened, by the stage's name, by the headline, or by which labels stand there."""
    if find_amount(post.label("from") or "") and find_amount(post.label("to") or ""):
        return DealEvent.CHANGED
    stage = post.label(*STAGE)
    by_stage = event_by_stage(stage) if stage else None
    if by_stage:
        return by_stage
    if post.label(*LOST):
        return DealEvent.LOST
    headline = headline_event(" . ".join([*post.lines[:2], *post.titles[:1]]))
    if headline:
        return headline
    if post.label(*OLD_STAGE) or "new stage" in post.labels:
        return DealEvent.MOVED
    if post.label(*OLD_AMOUNT, *OLD_CLOSE) or {"new amount", "new close date"} & set(post.labels):
        return DealEvent.CHANGED
    if post.label(*QUIET):
        return DealEvent.QUIET
    if post.label(*RENEWAL):
        return DealEvent.RENEWAL
    return None


def event_by_stage(stage: str) -> DealEvent | None:
    """Won or lost, where the stage's name says so."""
    folded = fold(stage[:120])
    if _LOST_STAGE.search(folded):
        return DealEvent.LOST
    if _WON_STAGE.search(folded):
        return DealEvent.WON
    return None


def headline_event(text: str) -> DealEvent | None:
    """The event that a tool's headline names, the most telling first."""
    tags = {hit.tag for hit in DEALS.find(split_words(fold(text[:200])))}
    return next((DealEvent(name) for name in _ORDER if name in tags), None)
