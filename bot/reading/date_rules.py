"""The ways of naming a day, each a pattern with what it means, in six languages."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.reading.calendar_words import MONTH, SHORT_WEEKDAY, UNIT, WEEKDAY, either
from bot.reading.date_meanings import (
    NEXT_WEEK_WORDS,
    Parts,
    Resolve,
    ahead,
    day_then_month,
    exact,
    fixed,
    month_part,
    next_month,
    next_week,
    nth,
    period_end_word,
    quarter,
    short_weekday,
    this_week,
    week_from_weekday,
    weekday,
    year_of,
)
from bot.reading.late import late

_DAY = either(WEEKDAY)
_SHORT = either(SHORT_WEEKDAY)
_MON = either(MONTH)
_UNIT = either({**UNIT})
_COUNT = r"(\d{1,3}|[a-z]{1,9})"
_BY = (
    r"(?:by|on|before|until|till|til|due|for|from|this|coming|bis|am|zum|vor|ab|kommenden|"
    r"diesen|avant|pour|le|ce|d'ici|para|antes|hasta|el|este|ate|na|no|nesta|neste|proxima|"
    r"op|voor|tegen|uiterlijk|komende|deze|past|latest|do dia|o dia)"
)


EXACT: tuple[tuple[re.Pattern[str], Parts], ...] = (
    (
        late(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b"),
        lambda m: (int(m[1]), int(m[2]), int(m[3])),
    ),
    (late(r"\b(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})\b"), day_then_month),
    (late(r"(?<![\d.,])(\d{1,2})\. ?(\d{1,2})\.(?!\d)"), day_then_month),
    (
        late(r"(?<![\d/.,])(?!24/7)(\d{1,2})/(\d{1,2})(?![\d/%]|\.\d| of )"),
        day_then_month,
    ),
    (
        late(
            rf"(?<![\d.,:])\b(\d{{1,2}})(?:st|nd|rd|th|er|\.)? ?(?:of |de |d')?({_MON})\b\.?"
            r"(?:,? (?:de |del )?(20\d\d))?"
        ),
        lambda m: (year_of(m[3]), MONTH[m[2]], int(m[1])),
    ),
    (
        late(
            rf"\b({_MON})\.? (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]\d|%| ?[ap]m\b)"
            r"(?:,? (20\d\d))?"
        ),
        lambda m: (year_of(m[3]), MONTH[m[1]], int(m[2])),
    ),
)


_BEFORE_DAY = (
    rf"(?P<before>(?:{NEXT_WEEK_WORDS})(?: on| am| op| no| na| el)? |next |last |letzten |letzte |"
    r"vorigen |vergangenen |el pasado |afgelopen |vorige |passad[ao] |derniere? )?"
)
_AFTER_DAY = (
    rf"(?P<after>(?: (?:of |in |der |de la |de |da |del |la |van )?(?:{NEXT_WEEK_WORDS})"
    r"| dernier| pasad[oa]| passad[oa]| letzter woche| vorige week)?)"
)


_HALF_WORDS = r"(?<!la )(?<!esta )(?<!guten )(?<!heute )(?<!am )(?<!jeden )"
_DAYS = frozenset(word for name in WEEKDAY for word in (*name.split("-"), f"{name}s"))
_TOMORROW = frozenset(
    "tomorrow tmrw tmr tomorow demain amanha manana morgen morgenochtend morgenmiddag morgenavond "
    "morgenvroeg".split()
)
_AFTER_TOMORROW = frozenset(
    "tomorrow ubermorgen uebermorgen demain manana amanha overmorgen".split()
)
_TODAY = frozenset(
    "today tonight morning afternoon evening eod cob business noon heute hui midi soir hoy tarde "
    "hoje vandaag vanmiddag vanavond feierabend day dag".split()
)
_UNITS = frozenset(before + unit for before in ("", "arbeits", "werk") for unit in UNIT)
_WEEKS = frozenset("week woche semaine semana".split())


class Rule(NamedTuple):
    """One way of naming a day."""

    pattern: re.Pattern[str]
    resolve: Resolve
    needs: frozenset[str] = frozenset()
    """One of these words stands in every text that the pattern fits; none where any may do."""

    in_figures: bool = False
    """Whether a digit stands in every such text."""


RULES: tuple[Rule, ...] = (
    *(Rule(pattern, exact(parts), in_figures=True) for pattern, parts in EXACT),
    Rule(
        late(
            r"\b(?:day after tomorrow|ubermorgen|uebermorgen|apres[- ]demain|pasado manana|"
            r"depois de amanha|overmorgen)\b"
        ),
        fixed(2),
        _AFTER_TOMORROW,
    ),
    Rule(
        late(
            rf"\b(?:tomorrow|tmrw|tmr|tomorow|demain|amanha|{_HALF_WORDS}manana|"
            rf"{_HALF_WORDS}morgen(?:ochtend|middag|avond|vroeg)?(?!s))\b"
        ),
        fixed(1),
        _TOMORROW,
    ),
    Rule(
        late(
            r"\b(?:today|tonight|this (?:morning|afternoon|evening)|eod|cob|close of business|"
            r"by noon|heute|heute abend|aujourd'hui|cet apres-midi|ce soir|hoy|esta tarde|hoje|"
            r"vandaag|vanmiddag|vanavond|feierabend|end of (?:the )?day|einde van de dag)\b"
            rf"(?! (?:{_DAY}))"
        ),
        fixed(0),
        _TODAY,
    ),
    Rule(
        late(rf"\b{_BEFORE_DAY}(?P<day>{_DAY})s?\b{_AFTER_DAY}"),
        weekday,
        _DAYS,
    ),
    Rule(
        late(
            rf"\b(?:{_BY}|eod|cob|next) (?P<before>next )?(?:proxima )?(?P<day>{_SHORT})\b"
            rf"(?!['-]\w){_AFTER_DAY}"
        ),
        weekday,
        frozenset(SHORT_WEEKDAY),
    ),
    Rule(
        late(
            r"\b(?P<before>)(?P<day>mon|tues?|wed|thu|thurs?|fri)(?P<after>)\b(?=\s*(?:[.,;!)]|$))"
            r"|^(?P<b2>)(?P<d2>mo|di|mi|do|fr)(?P<a2>)\b(?=[.,]? \d{1,2} ?(?:[:.]\d\d|uhr|h\b))"
        ),
        short_weekday,
        frozenset(SHORT_WEEKDAY),
    ),
    Rule(
        late(rf"\b(?:(?P<count>a|one|two|three|1|2|3) weeks? (?:from|after|on) )(?P<day>{_DAY})\b"),
        week_from_weekday,
        _DAYS,
    ),
    Rule(
        late(rf"\b(?P<day>{_DAY}) (?:week\b(?P<count>)|en huit(?P<_c>))"), week_from_weekday, _DAYS
    ),
    Rule(
        late(
            r"\b(?:in|within|innerhalb von|innert|binnen|dans|sous|d'ici|en|dentro de|em|"
            r"daqui a|over|in about|in the next|in den nachsten|within the next|dans les) "
            rf"(?:the next |les |etwa |environ )?{_COUNT.replace('(', '(?P<count>', 1)} "
            r"(?:of )?(?:more )?(?P<working>working |business |arbeits|werk)?"
            rf"(?P<unit>{_UNIT})(?: (?P<w2>ouvres|habiles|uteis))?\b(?! (?:ago|earlier))"
        ),
        ahead,
        _UNITS,
    ),
    Rule(
        late(
            rf"\b{_COUNT.replace('(', '(?P<count>', 1)} (?P<working>working |business )?"
            rf"(?P<unit>{_UNIT}) from (?:now|today)\b"
        ),
        ahead,
        frozenset({"from"}),
    ),
    Rule(late(r"\bin (?:a )?fortnight\b"), fixed(14), frozenset({"fortnight"})),
    Rule(
        late(
            r"\b(?:end of|by the end of|ende|fin de|fin du|fin de la|final de|final del|"
            r"final de la|finales de|fim de|fim do|fim da|final da|final do|eind van|einde van|"
            r"einde|eind|close of|this side of) "
            r"(?:the |this |der |des |dieser |dieses |cette |ce |este |esta |deste |desta |de |"
            r"het |la |el )?(?P<next>next |nachste[rnms]* |volgende |proxim[oa] )?"
            r"(?P<unit>week|woche|semaine|semana|month|monats|mois|mes|maand|quarter|quartals|"
            r"trimestre|kwartaal|year|jahres|annee|ano|jaar|day)\b"
        ),
        period_end_word,
        frozenset(
            "week woche semaine semana month monats mois mes maand quarter quartals trimestre "
            "kwartaal year jahres annee ano jaar day".split()
        ),
    ),
    Rule(
        late(
            r"\b(?P<unit>eow|eom|eoq|eoy|wochenschluss|monatsende|quartalsende|jahresende|"
            r"month[- ]end|quarter[- ]end|year[- ]end|end[- ]of[- ]month|end[- ]of[- ]week|"
            r"before the weekend|vor dem wochenende|avant le week-end|"
            r"antes del fin de semana|voor het weekend)\b(?P<next>)"
        ),
        period_end_word,
        frozenset(
            "eow eom eoq eoy wochenschluss monatsende quartalsende jahresende end weekend "
            "wochenende semana".split()
        ),
    ),
    Rule(
        late(
            r"\b(?P<part>end of|late|mid|middle of|beginning of|early|start of|ende|mitte|anfang|"
            r"fin|mi|debut|finales de|mediados de|principios de|inicios de|fim de|meados de|"
            r"inicio de|comeco de|eind|einde|half|medio|begin|final de)[ -]"
            rf"(?P<month>{_MON})\b"
        ),
        month_part,
        frozenset(MONTH),
    ),
    Rule(
        late(
            r"\b(?:by|before|until|in|end of|bis|vor|ende|avant|fin|antes de|hasta|ate|voor|during|"
            r"early|late)"
            r" (?:the end of |le |el |o )?[qt](?P<quarter>[1-4])(?: (?P<year>20\d\d))?\b"
        ),
        quarter,
        frozenset("qt"),
    ),
    Rule(
        late(
            r"\b(?:the|le|el|el dia|dia|de|den|am|zum|bis|vor dem|do dia|o dia) "
            r"(?P<number>\d{1,2})(?:st|nd|rd|th|\.|e|ten|de|er)?(?![\w:./%,]\d|\w| ?%| ?(?:uhr|"
            r"h)\b)"
            rf"(?!\.? (?:of |de )?(?:{_MON}|{_UNIT})\b)"
        ),
        nth,
        in_figures=True,
    ),
    Rule(late(rf"\b(?:{NEXT_WEEK_WORDS})\b(?! (?:{_DAY}|on |am ))"), next_week, _WEEKS),
    Rule(
        late(
            r"\b(?:next month|nachsten monat|mois prochain|proximo mes|mes que viene|"
            r"mes que vem|proximo mes|volgende maand)\b"
        ),
        next_month,
        frozenset("month monat mois mes maand".split()),
    ),
    Rule(
        late(r"\b(?:this week|diese woche|cette semaine|esta semana|deze week|later this week)\b"),
        this_week,
        _WEEKS,
    ),
)
