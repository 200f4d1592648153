"""Cards of automations that a team built itself, whose labels are read by what they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.domain.vocabulary import DealEvent, PostKind
from bot.reading.claim import NOTHING, Claim
from bot.reading.clients import could_be_client, tidy_name
from bot.reading.dates import find_day
from bot.reading.folding import fold
from bot.reading.given_names import FIRST_NAMES
from bot.reading.labelled_deal import claim_deal, event_by_stage, headline_event
from bot.reading.late import late
from bot.reading.links import source_of
from bot.reading.meeting_prose import starts_at
from bot.reading.meeting_words import MEETINGS
from bot.reading.money import find_amount
from bot.reading.name_spans import name_spans
from bot.reading.org_words import is_org
from bot.reading.owners import owner_of
from bot.reading.post import Post
from bot.reading.recap import read_minutes
from bot.reading.times import find_time
from bot.reading.titles import deal_client
from bot.reading.words import split_sentences, split_words

HEAD = 90
"""Letters of a card's headline."""

_CLIENT = late(
    r"\b(?:account|company|client|customer|organi[sz]ation|kunde|kundin|firma|unternehmen|societe|"
    r"entreprise|cliente|empresa|klant|bedrijf|organisatie|who|with whom|prospect|related to|party|"
    r"buyer|shop|wer|quien|quem|wie|cuenta|conta|compte|konto)\b"
)
_NOT_CLIENT = late(r"\b(?:owner|manager|id|since|type|number|ours|contact|status|nr|no)\b")
_CONTACT = late(r"\b(?:contact\w*|person|guest|invitee|kontakt\w*|with|mit|avec|con|com|met)\b")
_OF_WHOM = late(r"^[^()]{3,40} (?:\(|, |@ |at )(?P<name>[A-ZÀ-Þ0-9][^()\n]{2,60})\)?$")
_BEFORE = late(r"\b(?:before|was|old|from|previous|prior|alt\w*|bisher\w*|vorher|avant|"
                     r"ancien\w*|antes|anterior|era|oud\w*|voor|eerst|war)\b")  # fmt: skip
_AFTER = late(r"\b(?:after|now|new|to|current|neu\w*|nachher|jetzt|apres|nouve\w*|ahora|"
                    r"despues|nuev\w*|agora|depois|nov[oa]|nieuw\w*|nu|na|ist)\b")  # fmt: skip
_STAGE = late(r"\b(?:stage|phase|status|step|fase|etap[ea]|stufe|pipeline|board|column|floor)\b")
_SIZE = late(
    r"\b(?:value|amount|worth|close|closing|size|price|arr|expected|seats|units|est|estimate|estimated|sum|total|betrag|wert|summe|"
    r"abschluss|montant|valeur|cloture|importe|valor|cierre|fechamento|bedrag|waarde|sluit\w*|date)\b"
)
_IDLE = late(
    r"\b(?:idle|inactive|silent|silence|quiet|stale|untouched|no (?:activity|contact|reply|answer|"
    r"call|touch)|last (?:touch|activity|contact|sign|reply|heard)|still seit|inaktiv|"
    r"keine aktivitat|letzter? kontakt|sans (?:activite|nouvelles)|dernier contact|sin actividad|"
    r"ultimo contacto|sem atividade|ultimo contato|geen activiteit|laatste contact|dormant)\b"
)
_ENDS = late(
    r"\b(?:expir\w+|renew\w*|runs out|contract ends?|term ends?|ends (?:on|at)|"
    r"verlanger\w*|lauft (?:aus|ab)|ablauf|renouvel\w*|echeance|renov\w*|vence|vencimiento|"
    r"vencimento|verleng\w*|loopt af|einddatum)\b"
)
_OPENED = late(
    r"\b(?:new|added|created|opened|arrived|neu\w*|angelegt|nouve\w*|cree\w*|nuev\w*|cread\w*|"
    r"nov[oa]|criad\w*|nieuw\w*|aangemaakt)\b"
)
_AHEAD = late(
    r"\b(?:in \d+ min\w*|booked|scheduled|soon|starts?|starting|upcoming|reminder|"
    r"tomorrow|confirmed|rescheduled|"
    r"set for|gebucht|geplant|bald|beginnt|erinnerung|reserve|prevu|rappel|bientot|reservad\w*|"
    r"programad\w*|recordatorio|agendad\w*|marcad\w*|lembrete|geboekt|gepland|herinnering|straks)\b"
)
_HELD = late(
    r"\b(?:logged|notes?|recap|summary|report|minutes of|held|done|ended|finished|"
    r"debrief|completed|"
    r"erfasst|notiz\w*|protokoll|bericht|beendet|compte rendu|resume|termine\w*|notas|resumen|acta|"
    r"terminad\w*|resumo|ata|encerrad\w*|verslag|notities|afgerond)\b"
)
_START = late(r"\b(?:start|starts|when|time|begin\w*|date|wann|beginn|zeit|quand|heure|debut|"
                    r"cuando|hora|inicio|quando|wanneer|tijd)\b")  # fmt: skip
_LENGTH = late(r"\b(?:length|duration|dauer|duree|duracion|duracao|duur|minutes|took)\b")
_NOBODY = late(
    r"\b(?:internal|us only|all hands|everybody|everyone|team|staff|intern\w*|"
    r"test|dummy|sample|demo)\b"
)
_TRIED = late(r"\b(?:test|ping|error|failed|sandbox)\b")
_NAMED = late(r"^\W*[^\W\d][^:\n]{2,40}: (?P<name>[A-ZÀ-Þ0-9][^:\n]{2,60})$")


def read(post: Post) -> Claim | None:
    """The deal or the meeting of a card whose labels name a client; None for any other post."""
    if not post.is_app or len(post.labels) < 2:
        return None
    client = _client(post) or _in_headline(post)
    if client is None:
        return None
    headline = _headline(post)
    if _NOBODY.search(fold(client)) or _TRIED.search(headline):
        return NOTHING
    keys = " . ".join(post.labels)
    event = _event(post, headline, keys)
    if event is not None:
        return claim_deal(post, event, client=client, deal=post.titles[0] if post.titles else None)
    return _meeting(post, client, headline, keys)


def _client(post: Post) -> str | None:
    for key, value in post.labels.items():
        if _CLIENT.search(key) and not _NOT_CLIENT.search(key) and len(value) < HEAD:
            name = deal_client(value)
            if name and any(letter.isalpha() for letter in name) and not _is_person(name):
                return tidy_name(name)
        of_whom = _OF_WHOM.match(value) if _CONTACT.search(key) else None
        if of_whom:
            return tidy_name(of_whom["name"])
    return None


def _is_person(name: str) -> bool:
    words = fold(name).split()
    return words[0] in FIRST_NAMES and not is_org(words[-1])


def _in_headline(post: Post) -> str | None:
    """The name that follows a headline's words: "Going up: Hotel Marezige"."""
    for line in (*post.titles[:1], *post.lines[:2]):
        said = _NAMED.match(line)
        name = re.split(r"\s[(|·–—-]", said["name"])[0] if said else ""
        if name and find_amount(name) is None and _is_name(name):
            return tidy_name(name)
    return None


def _is_name(name: str) -> bool:
    spans = [span for sentence in split_sentences([name]) for span in name_spans(sentence)]
    return any(could_be_client(span) and len(span.name) > len(name) // 2 for span in spans)


def _headline(post: Post) -> str:
    """The first lines and titles that are no label and value."""
    values = set(post.labels.values())
    said = (line.partition(" | ")[0] for line in post.lines[:3])
    lines = [*post.titles[:1], *(line for line in said if line not in values)]
    plain = (line for line in lines if "=" not in line and not line.endswith(":"))
    return fold(" . ".join(line[:HEAD] for line in plain)).replace("_", " ")


def _event(post: Post, headline: str, keys: str) -> DealEvent | None:
    for value in _results(post):
        if (result := event_by_stage(value)) is not None:
            return result
    if (by_headline := event_by_stage(headline)) is not None:
        return by_headline
    pair = _pair(post)
    if pair is not None:
        return _of_pair(*pair, headline + " . " + keys)
    if _IDLE.search(headline) or _IDLE.search(keys):
        return DealEvent.QUIET
    if _is_called_meeting(headline) and (_START.search(keys) or _LENGTH.search(keys)):
        return None
    if _ENDS.search(headline) or _ENDS.search(keys):
        return DealEvent.RENEWAL
    has_deal = (
        _STAGE.search(keys) or _SIZE.search(keys) or any(map(find_amount, post.labels.values()))
    )
    if has_deal and _OPENED.search(headline):
        return DealEvent.CREATED
    return headline_event(headline) if has_deal else None


def _results(post: Post) -> Iterator[str]:
    for key, value in post.labels.items():
        if re.search(r"\b(?:result|outcome|status|stage|now|ergebnis|resultat|resultado)\b", key):
            yield value


def _pair(post: Post) -> tuple[str, str] | None:
    """What was and what is now, where two labels tell it."""
    before = next((v for k, v in post.labels.items() if _BEFORE.search(k)), None)
    after = next((v for k, v in post.labels.items() if _AFTER.search(k)), None)
    return (before, after) if before and after and before != after else None


def _of_pair(before: str, after: str, about: str) -> DealEvent | None:
    """A stage that moved, or a value or day that changed; a meeting's hours are neither."""
    if re.search(r"\d{1,2}:\d\d", before) and find_amount(before) is None:
        return None
    numbers = re.match(r"\W*\d", before) or find_amount(before) is not None
    if numbers and re.search(r"\d", after):
        return DealEvent.CHANGED
    return DealEvent.CHANGED if _SIZE.search(about) and numbers else DealEvent.MOVED


def _meeting(post: Post, client: str, headline: str, keys: str) -> Claim | None:
    is_held = _HELD.search(headline) is not None
    is_timed = _START.search(keys) is not None or find_time(fold(post.text[:600])) is not None
    is_ahead = _AHEAD.search(headline) is not None and is_timed
    has_length = _LENGTH.search(keys) or read_minutes(headline) is not None
    tells = is_held or (has_length and not is_ahead)
    if not tells and not is_ahead:
        return None
    if not _is_meeting(post, headline):
        return None
    kind = PostKind.MEETING_AHEAD if is_ahead and not is_held else PostKind.MEETING_HELD
    when = " ".join(value for key, value in post.labels.items() if _START.search(key))
    ahead = kind is PostKind.MEETING_AHEAD
    return Claim(
        kind,
        client=client,
        starts_at=starts_at(post, when or post.text) if ahead else None,
        minutes=read_minutes(post.text),
        title=post.titles[0] if post.titles else None,
        owner=owner_of(post),
        source=source_of(post.links),
    )


def _is_called_meeting(headline: str) -> bool:
    return any(hit.tag == "meeting" for hit in MEETINGS.find(split_words(headline)))


def _is_meeting(post: Post, headline: str) -> bool:
    said = " . ".join([headline, *(fold(value[:HEAD]) for value in post.labels.values())])
    hits = MEETINGS.find(split_words(said[:600]))
    if any(hit.tag == "ourselves" for hit in hits):
        return False
    return any(hit.tag == "meeting" for hit in hits) or find_day(said, post.today) is not None
