"""Whether a word is the kind of word that organisations bear in their names: "Foods", "Klinikum"."""

from __future__ import annotations

from functools import lru_cache

from bot.reading.name_words import ORG

_MORE = frozenset(
    "house yard depot hall lettings haulier hauliers builders brothers bros hermanos secondary brewing "
    "roastery creamery creameries bakes kitchens sugar salmon ropes rope carpets curtains blinds "
    "windows doors plumbing plumbers scaffolders skips haven harbour cathedral abbey priory manor "
    "hall estate orchard spital altersheim seniorenresidenz residenz spedition hallenbau stahlbau "
    "anlagenbau wohnbau fensterbau maurerei freizeitpark tierpark bergbahnen seilbahnen "
    "genossenschaft usina granja sitio chacara viveiro viveiros frigorifico agropecuaria vinedos "
    "almazara bodeguera mercado mercados panificadora earl scea domaines manoir ferronnerie "
    "plomberie charpente clinique cliniques residence kwekers bloemisterij bloemist stichting "
    "vereniging kliniek".split()
)
_ENDS = (
    "fabrik", "fabriken", "klinikum", "klinik", "kliniken", "zentrum", "werke", "werken",
    "betriebe", "betrieben", "technik", "verlag", "logistik", "spedition",
    "krankenhaus", "autohaus", "mobelhaus", "gasthaus", "brauhaus", "seniorenheim", "pflegeheim",
    "kwekerij", "bedrijf", "bedrijven", "fabriek", "boerderij", "bakkerij", "brouwerij",
    "ziekenhuis", "genossenschaft", "verwaltung", "hutte",
)  # fmt: skip
"""How such words end where a language glues them: "Papierfabrik", "Rehazentrum"."""

LEADING = frozenset(
    "comunidad comunidade taller talleres asociacion usina granja sitio fazenda viveiro viveiros cooperativa agropecuaria hotel hospital clinica "
    "colegio escola escuela bodega bodegas finca vivero viveros hostal residencia panaderia "
    "ferme domaine chateau auberge mairie clinique ecole lycee boulangerie hotel camping "
    "gasthof gasthaus gut haus klinik klinikum kloster schloss brauerei weingut molkerei "
    "seniorenheim pflegeheim krankenhaus landesklinikum rehazentrum spedition backerei "
    "kwekerij bakkerij brouwerij boerderij ziekenhuis gemeente camping stichting bloemisterij "
    "theater museum grupo groupe groep stadtwerke gemeinde ayuntamiento prefeitura port".split()
)
"""Those that stand first in a name: "fazenda três marias", "gasthof zum ross"."""


@lru_cache(maxsize=8_192)
def is_org(word: str) -> bool:
    """Whether the folded word is one that organisations bear."""
    return word in ORG or word in _MORE or word.endswith(_ENDS)
