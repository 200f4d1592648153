"""How six languages name days, months and small numbers, without case and accents."""

from __future__ import annotations

_WEEKDAYS = (
    "monday montag lundi lunes segunda-feira maandag",
    "tuesday dienstag mardi martes terca-feira dinsdag",
    "wednesday mittwoch mercredi miercoles quarta-feira woensdag",
    "thursday donnerstag jeudi jueves quinta-feira donderdag",
    "friday freitag vendredi viernes sexta-feira vrijdag",
    "saturday samstag sonnabend samedi sabado zaterdag",
    "sunday sonntag dimanche domingo zondag",
)
_SHORT_WEEKDAYS = (
    "mon mo segunda ma lun",
    "tue tues di terca mar",
    "wed weds mi quarta wo mie mer",
    "thu thur thurs do quinta jeu jue",
    "fri fr sexta vr ven vie",
    "sat sa",
    "sun so",
)
_MONTHS = (
    "january jan januar janner janvier janv enero ene janeiro januari",
    "february feb februar fevrier fevr fev febrero fevereiro februari",
    "march mar marz maerz mrz mars marzo marco maart",
    "april apr avril avr abril abr",
    "may mai mayo maio mei",
    "june jun juni juin junio junho",
    "july jul juli juillet juil julio julho",
    "august aug aout agosto ago augustus",
    "september sep sept septembre septiembre setembro set",
    "october oct oktober okt octobre octubre outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dezembro",
)
_NUMBERS = {
    1: "a an one ein eine einem einer une uno una um uma een",
    2: "two zwei deux dos dois duas twee couple paar",
    3: "three drei trois tres drie few",
    4: "four vier quatre cuatro quatro",
    5: "five funf cinq cinco vijf",
    6: "six sechs seis zes",
    7: "seven sieben sept siete sete zeven",
    8: "eight acht huit ocho oito",
    10: "ten zehn dix diez dez tien",
    12: "twelve zwolf douze doce doze twaalf",
    14: "fourteen vierzehn quatorze catorce veertien",
    15: "fifteen funfzehn quinze quince vijftien",
    30: "thirty dreissig trente treinta trinta dertig",
}
_UNITS = {
    "hour": "hour hours hrs stunde stunden heure heures hora horas uur uren",
    "day": "day days tag tage tagen jour jours dia dias dag dagen",
    "week": "week weeks wk wks woche wochen semaine semaines semana semanas weken",
    "month": "month months monat monate monaten mois mes meses maand maanden",
    "quarter": "quarter quarters quartal quartale trimestre trimestres kwartaal",
    "year": "year years jahr jahre jahren an ans ano anos jaar",
}

WEEKDAY = {name: day for day, names in enumerate(_WEEKDAYS) for name in names.split()}
SHORT_WEEKDAY = {name: day for day, names in enumerate(_SHORT_WEEKDAYS) for name in names.split()}
MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
NUMBER = {name: number for number, names in _NUMBERS.items() for name in names.split()}
UNIT = {name: unit for unit, names in _UNITS.items() for name in names.split()}


def either(words: dict[str, int] | dict[str, str] | str) -> str:
    """A pattern for any one of the words, the longest first, so that none hides another."""
    every = words.split("|") if isinstance(words, str) else list(words)
    return "(?:" + "|".join(sorted(every, key=len, reverse=True)) + ")"


def read_number(word: str) -> int | None:
    """A small number in digits or in words; None for anything else."""
    if word.isdecimal():
        return int(word) if len(word) <= 4 else None
    return NUMBER.get(word)
