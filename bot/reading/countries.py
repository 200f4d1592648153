"""Reads a country as people write it: "Germany", "Deutschland", "DE", and "DE-BY" for Bavaria."""

from __future__ import annotations

import re

from bot.reading.folding import fold
from bot.reading.late import late

_CODE = late(r"([A-Z]{2})(?:[-_/ ]([A-Z0-9]{1,3}))?")
_ALSO = {"UK": "GB", "EL": "GR"}
_NAMES = """
AE united arab emirates, emirates, vereinigte arabische emirate
AR argentina, argentinien
AT austria, osterreich, oesterreich
AU australia, australien
BE belgium, belgien, belgie, belgique
BG bulgaria, bulgarien
BR brazil, brasil, brasilien
CA canada, kanada
CH switzerland, schweiz, suisse, svizzera
CL chile
CN china
CO colombia, kolumbien
CY cyprus, zypern
CZ czechia, czech republic, tschechien, cesko
DE germany, deutschland, allemagne
DK denmark, danmark, danemark
EE estonia, eesti, estland
EG egypt, agypten
ES spain, espana, spanien
FI finland, suomi, finnland
FR france, frankreich
GB united kingdom, great britain, britain, england, grossbritannien, vereinigtes konigreich
GR greece, hellas, griechenland
HK hong kong, hongkong
HR croatia, hrvatska, kroatien
HU hungary, magyarorszag, ungarn
ID indonesia, indonesien
IE ireland, irland
IL israel
IN india, indien
IS iceland, island
IT italy, italia, italien
JP japan
KE kenya, kenia
KR south korea, korea, sudkorea
LT lithuania, lietuva, litauen
LU luxembourg, luxemburg
LV latvia, latvija, lettland
MA morocco, marokko, maroc
MT malta
MX mexico, mexiko
MY malaysia
NG nigeria
NL netherlands, the netherlands, nederland, holland, niederlande
NO norway, norge, norwegen
NZ new zealand, neuseeland
PE peru
PH philippines, philippinen
PL poland, polska, polen
PT portugal
RO romania, rumanien
RS serbia, srbija, serbien
SA saudi arabia, saudi-arabien
SE sweden, sverige, schweden
SG singapore, singapur
SI slovenia, slovenija, slowenien
SK slovakia, slovensko, slowakei
TH thailand
TR turkey, turkiye, turkei
TW taiwan
UA ukraine
US united states, usa, united states of america, america, vereinigte staaten
VN vietnam
ZA south africa, sudafrika
"""
_CODES = {
    name.strip(): line[:2] for line in _NAMES.strip().splitlines() for name in line[3:].split(",")
}


def read_country(typed: str) -> str | None:
    """The country's code, with its region where one is named; None for what is neither.

    A code need not be one that has holidays: who knows them says so.
    """
    words = " ".join(typed[:80].split())
    named = _CODES.get(re.sub(r"\.", "", fold(words)))
    if named:
        return named
    code = _CODE.fullmatch(words.upper())
    if code is None:
        return None
    country = _ALSO.get(code[1], code[1])
    return f"{country}-{code[2]}" if code[2] else country
