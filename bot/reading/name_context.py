"""The words around a name that make it a client, a person, a rival or a place."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


WITH = _set("with w mit avec con com met bei beim bij chez by")
PREPOSITIONS = _set(
    "with w mit avec con com met bei beim chez for fur pour para voor from of von vom an a at aan "
                    "de del da do d van on by zu zur zum to about sur uber over in")  # fmt: skip
LEADS_TO_CLIENT = _set(
    "lost won closed signed landed met visited saw ghosted renewed opp opportunity deal "
    "account client "
    "customer kunde kunden kundin klant cliente dossier affaire renewal verlangerung trato "
    "negocio "
    "oportunidad oportunidade opportunite verkaufschance kans zaak perdu perdue gagne gagnee "
    "signe "
    "perdido perdida perdimos ganado ganada ganamos firmado perdemos ganhamos fechamos verloren "
    "gewonnen getekend prospect contract visit seeing visiting meeting vu vus rencontre "
    "rencontree visto vi visitado "
    "gezien gesproken bezocht besucht getroffen visitei loss besuch visite visita bezoek "
    "termin rdv call meeting "
    "demo workshop recap notes bei update cuenta conta compte deals hooray welcome gewinnen"
)
STRONG_NEXT = _set(
    "signed won lost said asked wants want need needs has have is are just went moved "
    "countersigned "
    "renewed renews closed came confirmed confirmar call meeting demo visit review kickoff kick "
    "workshop deal opp renewal contract hat haben ist sind will wollen bleibt bleiben "
    "unterschreibt "
    "unterschrieben a ont est sont passe passent veut veulent signe signent ha han esta estan "
    "quiere "
    "quieren firma firmo firmaron tem tambem esta quer querem assinou assinaram fechou heeft "
    "hebben "
    "is zijn wil willen tekent tekende gaat pasa pasan passou chose decided did does still now "
    "gone dark account termin gesprach s was wird mochte mochten antwortet meldet reagiert "
    "reageert "
    "no nao pidio pidieron pediu pediram dice dit verlangert verlengt prolonge renueva renova "
    "session intro catchup debrief check onboarding rollout pilot project team lead folks guys "
    "people"
)
PERSON_NEXT = _set(
    "says said told explained thinks joins leads runs plays drives owns writes wrote confirmed "
    "sagt meint sagte dit dice disse zegt vertelde explique explica"
)
RIVAL_BEFORE = _set(
    "chose chosen picked prefer preferred competitor rival incumbent wettbewerber konkurrent "
    "concurrent "
    "competidor concorrente concurrent against versus vs gegen contre contra tegen than als "
    "instead statt offre angebot logger cheaper switching leaving"
)
RIVAL_PHRASES = (
    "go with", "goes with", "going with", "went with", "gone with", "signed with", "stay with",
    "stays with", "staying with", "stick with", "sticking with", "moved to", "switch to",
    "switched to", "switching to", "lost to", "lost it to", "bleiben bei", "bleibt bei", "geht zu",
    "gehen zu", "wechseln zu", "entschieden fur", "restent chez", "reste chez", "partis chez",
    "part chez", "partent chez", "parti chez", "partie chez", "se quedan con", "se queda con",
    "se van con", "se va con", "se fueron con", "se fue con", "ficam com", "fica com",
    "ficaram com",
    "foram com", "escolheram a", "escolheu a", "eligieron a", "blijft bij", "blijven bij",
    "gaat met", "gaan met", "kiest voor", "kiezen voor", "gekozen voor", "gaan voor", "offer from",
    "quote from", "using", "replace", "replacing", "integration with", "instead of", "choisi",
    "compared to", "compared with", "offre de", "oferta de", "angebot von", "in favour of",
    "in favor of", "beaten by", "undercut by", "piloting", "trialling", "prefieren a",
)  # fmt: skip
PLACE_BEFORE = _set("in nach en em aus near")
OURS_BEFORE = _set(
    "team project thanks thx thank kudos cc fyi owner credit merci danke gracias "
    "obrigado bedankt dank bravo"
)
