"""Which column of a seller's file holds what, by the words that stand above it."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

_NAMES: Mapping[str, str] = {
    "name": "client|client name|customer|customer name|account|account name|company|company name|"
    "organisation|organization|name|kunde|kundenname|firma|firmenname|unternehmen|konto|mandant",
    "also": "also called|also|further names|other names|aliases|alias|short name|"
    "weitere namen|auch genannt|kurzname|andere namen",
    "domain": "mail domain|email domain|domain|website|web site|url website|homepage|webseite|"
    "internet|maildomain|e mail domain",
    "link": "crm link|crm url|crm|link|account link|account url|record link|crm verknupfung|"
    "url|crm adresse",
    "goal": "goal|client goal|their goal|what they want|objective|ziel|kundenziel|ziel des kunden|"
    "was sie wollen",
    "said_by": "said by|goal said by|who said it|source of goal|gesagt von|wer es sagte|von wem",
    "goal_on": "goal date|said on|goal said on|date of goal|gesagt am|ziel vom|datum des ziels|"
    "zieldatum",
    "measure": "measure|how they measure it|metric|success measure|kpi|mass|messgrosse|kennzahl|"
    "woran sie es messen|erfolgsmass",
    "owner": "owner|account owner|seller|sales rep|rep|account manager|owner email|owner name|"
    "verantwortlich|verantwortlicher|betreuer|inhaber|besitzer|zustandig|verkaufer",
    "ideal": "ideal days|cadence|cadence days|ideal|ideal interval|contact every|every|days ideal|"
    "rhythmus|kontakt alle|ideal tage|tage ideal|turnus",
    "worst": "worst days|worst|worst interval|at worst|days worst|max days|spatestens|"
    "spatestens tage|hochstens|tage hochstens",
    "last_word": "last word|last contact|last contacted|last touch|last activity|"
    "last activity date|last contact date|letzter kontakt|letztes wort|zuletzt kontaktiert|"
    "letzte aktivitat",
    "contact": "contact|contact name|person|contact person|full name|kontakt|ansprechpartner|"
    "ansprechpartnerin|kontaktperson|kontaktname",
    "role": "role|title|job title|position|function|rolle|funktion|titel",
    "mail": "mail|email|e mail|contact email|contact mail|email address|e mail adresse|mailadresse|"
    "kontakt e mail",
    "stake": "stake|at stake|what is at stake|concern|was auf dem spiel steht|einsatz|anliegen",
    "prospect": "prospect|is prospect|tier|type|status|stage|segment|interessent|stufe|typ|klasse",
}
_FIELD_OF = {
    name: field for field, written in _NAMES.items() for name in written.split("|")
}  # fmt: skip


def fields_of(headers: Sequence[str]) -> dict[str, int]:
    """Which field stands in which column; of two for one field the first counts."""
    found: dict[str, int] = {}
    for place, header in enumerate(headers):
        field = _FIELD_OF.get(_plain(header))
        if field is not None:
            found.setdefault(field, place)
    if "name" not in found and "contact" in found and _plain(headers[found["contact"]]) == "name":
        found["name"] = found.pop("contact")
    return found


def _plain(header: str) -> str:
    spelt = unicodedata.normalize("NFKD", header[:80].casefold().replace("ß", "ss"))
    kept = (letter if letter.isalnum() else " " for letter in spelt if not _is_accent(letter))
    return " ".join("".join(kept).split())


def _is_accent(letter: str) -> bool:
    return unicodedata.combining(letter) != 0
