"""Under which headings a post lists what one side owes the other: "We bring", "Ils nous doivent".

A heading counts only if all of its words are sides, tasks and small words, so that "Our champion"
or "They said" is none.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from enum import StrEnum

from bot.reading.folding import fold
from bot.reading.promise_words import ACTION_HEADS
from bot.reading.words import split_words

LONGEST = 7
"""Words of such a heading."""


class Head(StrEnum):
    """Whose tasks stand under a heading: DUE are ours and named as tasks, OURS name only us."""

    DUE = "due"
    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


_US = frozenset(
    "we us our ours wir uns unser unsere unseren unsererseits nous notre nos nosotros nosotras "
    "nuestro nuestra nuestros nuestras nosso nossa nossos nossas gente wij ons onze i me my ich "
    "je moi yo eu ik".split()
)
_THEM = frozenset(
    "they them their theirs client clients customer customers prospect buyer guest kunde kunden "
    "kundin kundenseite deren ihrerseits sie eux ils elles leur leurs cliente clientes ellos ellas "
    "eles elas deles delas klant klanten zij hun hen".split()
)
_PROMISED = frozenset(
    "promise promises promised commitment commitments committed owe owes owed pledge pledged "
    "zusage zusagen zugesagt versprochen versprechen schulden promis promesse promesses engagement "
    "engagements prometido prometidos promesas promessa promessas compromiso compromisos "
    "compromisso compromissos beloofd toegezegd toezegging toezeggingen belofte beloften".split()
)
_TASKS = _PROMISED | frozenset(
    "do todo todos does bring brings deliver delivers send sends supply provide provides action "
    "actions item items step steps task tasks follow followup followups homework side part turn "
    "court get give gives due will ups up open deliverables handle take takes agreed "
    "aufgabe aufgaben liefern liefert schicken schickt machen macht offen seite bringen bringt "
    "tun schritte punkte massnahmen erledigen "
    "faire doit doivent devons cote charge apporter apportons apportent apporte envoyer envoyons "
    "livrer livrons fait faisons fournir fournit tache taches suite suites "
    "parte hacer deber debemos debe deben lado llevar llevamos llevan pendiente pendientes "
    "entregar entregamos tarea tareas acciones pasos enviar enviamos mandamos quedamos "
    "fazer devemos devem deve ficou ficamos pendencia pendencias combinado combinados levamos "
    "levam entrega entregas tarefa tarefas acoes passos mandar "
    "doen leveren levert kant actie acties actiepunten brengen brengt sturen huiswerk taak taken "
    "afspraken stappen".split()
)
_SMALL = frozenset(
    "to the for from of on in at by a an still now next is are and with what who s it "
    "an von bei der die das dem den zu auf fur vom noch als nachste was im "
    "a de du des le la les pour par ce que qu il sur reste ont "
    "el los las lo por para desde con nos os o do da dos das ao pelo com nossa que "
    "van aan voor door te het wat nog moet moeten ter".split()
)
_KNOWN = _US | _THEM | _TASKS | _SMALL
_FIRST = _KNOWN | {head.partition(" ")[0] for head in ACTION_HEADS}
_NOTHING = frozenset(
    "none nothing no nil na tbd tba unknown keine keiner keines nichts nix entfallt offen rien "
    "aucun aucune neant nada ninguno ninguna nenhum nenhuma niks niets geen nvt open".split()
)
_TOWARDS = frozenset("to for an fur pour a para al ao aan voor".split())


def may_open(words: Sequence[str], client_words: Collection[str]) -> bool:
    """Whether a line of these words could open with such a heading, by its first word."""
    return not words or words[0] in _FIRST or words[0] in client_words


def head_of(text: str, client_words: Collection[str] = ()) -> Head | None:
    """Whose tasks a heading opens; None where it is no such heading."""
    folded = fold(text).replace("_", " ").strip(" \t*:=-–—.»«>#•")
    if folded in ACTION_HEADS:
        return Head.BOTH
    words = [word.plain for word in split_words(folded)]
    if not 0 < len(words) <= LONGEST:
        return None
    if not all(word in _KNOWN or word in client_words for word in words):
        return None
    has_task = any(word in _TASKS for word in words)
    sides = [
        (Head.OURS if word in _US else Head.THEIRS, words[max(0, at - 2) : at])
        for at, word in enumerate(words)
        if word in _US or word in _THEM or word in client_words
    ]
    promised = any(word in _PROMISED for word in words)
    if not sides:
        return Head.DUE if promised else None
    side, before = sides[0]
    if not has_task and len(words) > 2:
        return None
    if side is Head.THEIRS and promised and not _TOWARDS.isdisjoint(before):
        # "Promised to the client" names who receives.
        return Head.DUE
    return Head.DUE if side is Head.OURS and has_task else side


def is_nothing(text: str) -> bool:
    """Whether a heading has nothing under it: "none", "rien", "n/a"."""
    words = [word.plain for word in split_words(fold(text[:60]))]
    return not words or words[0] in _NOTHING or words == ["n", "a"]
