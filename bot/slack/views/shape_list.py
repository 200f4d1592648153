"""What was taught about posts, a paragraph each, with Forget for whoever may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.shapes import Shape
from bot.slack.presses import Act
from bot.slack.views.blocks import Message, button, message, section
from bot.slack.views.teach_preview import next_ones
from bot.texts import _

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class ShapeRow:
    """One shape as it is listed; who taught it is nobody's business."""

    id: str
    shape: Shape
    poster: str
    channel: str
    may_forget: bool


def shape_list(rows: Sequence[ShapeRow]) -> Message:
    """The latest first."""
    if not rows:
        words = _(
            "Nobody taught me a post yet. Where I read one wrongly, open its menu and choose "
            "Teach Alongside this."
        )
        return message(words, section(words))
    said = [next_ones(row.shape, row.poster, row.channel) for row in rows[:MOST_SHOWN]]
    return message(
        "\n".join(said),
        *(
            section(
                words,
                button(_("Forget"), Act.SHAPE_FORGET, ref=row.id) if row.may_forget else None,
            )
            for words, row in zip(said, rows, strict=False)
        ),
    )
