"""Draws eight weeks of a seller's clients, one row a client, for a phone's width."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from bot.domain.cadence import Standing
from bot.domain.client_weeks import WEEKS, ClientRow, ClientWeeks, Mark
from bot.slack.drawing.colours import BANDS, FRAME, GROUND, LINE, MARKS, QUIET_TEXT, TEXT
from bot.slack.drawing.letters import drawable, families
from bot.slack.escape import plain
from bot.slack.views.days import tiny_day
from bot.slack.views.picture import mark_words, numbered_words, standing_words

WIDTH = 390
"""A phone's width in points of its screen; the file has `SHARPER` times as many pixels."""
SHARPER = 2
TEXT_HEIGHT, SMALL_TEXT_HEIGHT = 13.0, 12.0
"""In the same points."""
MOST_NAME = 24

_TOP, _ROW, _LEGEND_LINE, _EDGE = 34.0, 46.0, 20.0, 14.0
_PER_INCH = 100
_SHAPES: dict[Mark, dict[str, Any]] = {
    Mark.LISTENED: {"marker": "o", "filled": True},
    Mark.ASKED: {"marker": "o", "filled": False},
    Mark.GAVE: {"marker": "D", "filled": True},
    Mark.PROMISE_KEPT: {"marker": "s", "filled": True},
    Mark.PROMISE_MOVED: {"marker": ">", "filled": False},
}
_BAND_HEIGHT = {Standing.DUE: 3.0, Standing.PAST_WORST: 7.0}
_ON_GROUND = {"facecolor": GROUND, "edgecolor": "none", "pad": 1.5}
"""A name covers the weeks' lines behind it."""
_MARK, _BESIDE = 8.0, 10.0
"""Its width, and how far two of one day stand apart."""


def draw_client_weeks(weeks: ClientWeeks) -> bytes:
    """The picture as a PNG; words and days come in the language spoken at the moment."""
    used = [mark for mark in Mark if any(one.mark is mark for r in weeks.rows for one in r.marks)]
    bands = [one for one in BANDS if any(s.standing is one for r in weeks.rows for s in r.silences)]
    legend = _legend_lines(used, bands)
    height = _TOP + _ROW * len(weeks.rows) + _LEGEND_LINE * len(legend) + _EDGE
    figure = Figure(
        figsize=(WIDTH / _PER_INCH, height / _PER_INCH),
        dpi=_PER_INCH * SHARPER,
        facecolor=GROUND,
    )
    canvas = FigureCanvasAgg(figure)
    sheet = _Sheet(figure, height)
    sheet.frame()
    _draw_days(sheet, weeks)
    for place, row in enumerate(weeks.rows):
        _draw_row(sheet, weeks, row, place)
    for line, entries in enumerate(legend):
        y = _TOP + _ROW * len(weeks.rows) + _LEGEND_LINE * (line + 0.6)
        for x, entry in entries:
            _draw_entry(sheet, x, y, entry)
    out = BytesIO()
    canvas.print_figure(out, format="png")
    return out.getvalue()


class _Sheet:
    """The figure, in points of a phone's screen from its upper left corner."""

    def __init__(self, figure: Figure, height: float) -> None:
        self._axes = figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, WIDTH)
        self._axes.set_ylim(height, 0)
        self._height = height

    def frame(self) -> None:
        """A thin edge: in dark mode the picture is a card, in light mode it is not lost."""
        box = Rectangle((0.5, 0.5), WIDTH - 1, self._height - 1, fill=False)
        box.set(edgecolor=FRAME, linewidth=_thick(1))
        self._axes.add_patch(box)

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        """A thin line that guides the eye."""
        self._axes.add_line(Line2D([x, to_x], [y, to_y], color=LINE, linewidth=_thick(1)))

    def band(self, x: float, y: float, width: float, standing: Standing) -> None:
        """A bar below a row's line: thin past the usual gap, thick past the longest."""
        high = _BAND_HEIGHT[standing]
        bar = Rectangle((x, y - high), width, high, facecolor=BANDS[standing], edgecolor="none")
        self._axes.add_patch(bar)

    def mark(self, x: float, y: float, mark: Mark) -> None:
        """One mark, its middle here."""
        shape, colour = _SHAPES[mark], MARKS[mark]
        self._axes.add_line(
            Line2D(
                [x],
                [y],
                marker=shape["marker"],
                markersize=_thick(_MARK),
                markerfacecolor=colour if shape["filled"] else GROUND,
                markeredgecolor=colour,
                markeredgewidth=_thick(1.6),
                linestyle="none",
            )
        )

    def words(self, x: float, y: float, text: str, *, small: bool = False, **at: Any) -> None:
        """Words as they are: no name is read as a formula."""
        self._axes.text(
            x,
            y,
            text,
            fontsize=_thick(SMALL_TEXT_HEIGHT if small else TEXT_HEIGHT),
            color=QUIET_TEXT if small else TEXT,
            family=list(families()),
            parse_math=False,
            verticalalignment="center",
            **at,
        )


def _draw_days(sheet: _Sheet, weeks: ClientWeeks) -> None:
    """Every second week's first day, and the last day of all."""
    for week in range(0, WEEKS, 2):
        day = weeks.first + timedelta(weeks=week)
        x = _x(weeks, day)
        sheet.words(x, _TOP / 2, tiny_day(day), small=True, horizontalalignment="left")
    end = WIDTH - _EDGE
    sheet.words(end, _TOP / 2, tiny_day(weeks.last), small=True, horizontalalignment="right")
    for week in range(WEEKS + 1):
        x = _x(weeks, weeks.first + timedelta(weeks=week))
        sheet.line(x, _TOP - 6, x, _TOP + _ROW * len(weeks.rows))


def _draw_row(sheet: _Sheet, weeks: ClientWeeks, row: ClientRow, place: int) -> None:
    top = _TOP + _ROW * place
    words = name_words(row.client, place)
    sheet.line(_EDGE, top, WIDTH - _EDGE, top)
    sheet.words(_EDGE, top + 12, words, horizontalalignment="left", bbox=_ON_GROUND)
    for silence in row.silences:
        x = _x(weeks, silence.since)
        width = _x(weeks, silence.until + timedelta(days=1)) - x
        sheet.band(x, top + _ROW - 3, width, silence.standing)
    for on in dict.fromkeys(one.on for one in row.marks):
        marks = [one.mark for one in row.marks if one.on == on]
        widest = WIDTH - _EDGE - _BESIDE * (len(marks) - 1)
        first = min(_x(weeks, on) + _MARK / 2, widest)
        for beside, mark in enumerate(marks):
            sheet.mark(first + _BESIDE * beside, top + _ROW - 18, mark)


def name_words(client: str, place: int) -> str:
    """The name as the row bears it: shortened, or the row's number where no font has it."""
    name = _drawable(client)
    return numbered_words(place) if name is None else plain(name, MOST_NAME)


def unwritten(weeks: ClientWeeks) -> tuple[int, ...]:
    """The places of the rows that bear a number, so that their names can be said elsewhere."""
    return tuple(place for place, row in enumerate(weeks.rows) if _drawable(row.client) is None)


def _drawable(client: str) -> str | None:
    return drawable(plain(client, 4 * MOST_NAME))


def _legend_lines(
    marks: list[Mark], bands: list[Standing]
) -> list[list[tuple[float, Mark | Standing]]]:
    """Two marks a line, and a band a line: words may be long in other languages."""
    half = WIDTH / 2
    pairs = [marks[at : at + 2] for at in range(0, len(marks), 2)]
    lines: list[list[tuple[float, Mark | Standing]]] = [
        [(_EDGE + half * place, mark) for place, mark in enumerate(pair)] for pair in pairs
    ]
    lines.extend([(_EDGE, band)] for band in bands)
    return lines


def _draw_entry(sheet: _Sheet, x: float, y: float, entry: Mark | Standing) -> None:
    if isinstance(entry, Mark):
        sheet.mark(x + 8, y, entry)
        words = mark_words(entry)
    else:
        sheet.band(x, y + _BAND_HEIGHT[entry] / 2, 16, entry)
        words = standing_words(entry)
    sheet.words(x + 24, y, words, small=True, horizontalalignment="left")


def _x(weeks: ClientWeeks, day: date) -> float:
    """Where a day begins."""
    inside = WIDTH - 2 * _EDGE
    return _EDGE + inside * (day - weeks.first).days / (7 * WEEKS)


def _thick(points: float) -> float:
    """Points of a phone's screen as the library counts them, 72 to the inch."""
    return points * 72 / _PER_INCH
