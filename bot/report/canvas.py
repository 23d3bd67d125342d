"""A sheet to draw on in pixels from the top left corner, so that words can be measured before they are placed.

matplotlib is imported when the first sheet is made: it takes 40 MB and most of a second.
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from matplotlib.text import Text

WIDTH = 1080
DPI = 150
POINT = DPI / 72

MARGIN = 56
INNER = WIDTH - 2 * MARGIN

INK, GREY, FAINT, LINE = "#1f2933", "#5f6b76", "#9aa5b1", "#d9dfe5"
PAPER = "#ffffff"

Side = Literal["left", "center", "right"]


class Canvas:
    """As wide as a phone shows without scrolling; as high as it gets."""

    def __init__(self) -> None:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure

        # No pyplot: its figures live for ever, and belong to one thread.
        self._figure = Figure(figsize=(WIDTH / DPI, 1), dpi=DPI, facecolor=PAPER)
        self._canvas = FigureCanvasAgg(self._figure)
        self._axes = self._figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, WIDTH)

    def text(
        self, x: float, y: float, words: str, size: float = 13, *, color: str = INK, side: Side = "left",
        bold: bool = False, room: float | None = None, least: float = 9,
    ) -> float:  # fmt: skip
        """Words with their middle at `y`; made smaller and then cut to fit into `room` pixels. Says their width."""
        weight, shown = "bold" if bold else "normal", drawable(words)
        written: Text = self._axes.text(
            x, y, shown, fontsize=size, color=color, ha=side, va="center", fontweight=weight, parse_math=False
        )
        width = self._width(written)
        if room is None:
            return width
        while width > room and size > least:
            # Letters don't grow quite evenly: a little less than the rule of three says.
            size = max(least, size * room / width - 0.1)
            written.set_fontsize(size)
            width = self._width(written)
        kept = shown
        while width > room and kept:
            # Letters differ in width, so that a first guess is only nearly right.
            kept = kept[: min(len(kept) - 1, int(len(kept) * room / width))].rstrip()
            written.set_text(f"{kept}…")
            width = self._width(written)
        return width

    def title(self, y: float, words: str, size: float) -> float:
        """A bold heading over the whole width, in two smaller lines if it is long; says where it ends."""
        lines = self._broken(drawable(words), size * 0.8)
        if len(lines) == 1 or self.width(drawable(words), size) <= INNER:
            self.text(MARGIN, y, words, size, bold=True, room=INNER, least=size * 0.8)
            return y + 26
        for line in lines:
            self.text(MARGIN, y - 8, line, size * 0.8, bold=True, room=INNER, least=size * 0.8)
            y += 46
        return y - 26

    def width(self, words: str, size: float) -> float:
        """How wide bold words would be, in pixels."""
        tried: Text = self._axes.text(0, 0, words, fontsize=size, fontweight="bold", parse_math=False)
        width = self._width(tried)
        tried.remove()
        return width

    def _broken(self, words: str, size: float) -> list[str]:
        """The words in at most two lines; what is too long for the second one is left to be cut."""
        first, rest = "", words
        while rest:
            word, _, after = rest.partition(" ")
            longer = f"{first} {word}".strip()
            if first and self.width(longer, size) > INNER:
                return [first, rest]
            first, rest = longer, after
        return [first]

    def box(self, x: float, y: float, width: float, height: float, color: str, *, edge: str = "none") -> None:
        from matplotlib.patches import Rectangle

        self._axes.add_patch(Rectangle((x, y), width, height, facecolor=color, edgecolor=edge, linewidth=1.5))

    def line(self, xs: list[float], ys: list[float], color: str, *, width: float = 1.5, dashed: bool = False) -> None:
        self._axes.plot(
            xs, ys, color=color, linewidth=width, linestyle=(0, (4, 3)) if dashed else "-", solid_capstyle="round"
        )

    def dots(self, xs: list[float], ys: list[float], colors: list[str], size: float, alpha: float = 1.0) -> None:
        self._axes.scatter(
            xs, ys, c=colors, s=(size / POINT) ** 2, alpha=alpha, linewidths=0.8, edgecolors=PAPER, zorder=3
        )

    def png(self, height: float) -> bytes:
        self._figure.set_size_inches(WIDTH / DPI, height / DPI)
        self._axes.set_ylim(height, 0)
        file = io.BytesIO()
        # No date and no version inside: the same week is the same picture.
        self._figure.savefig(file, format="png", metadata={"Software": None})
        # A figure refers to itself and waits for the garbage collector; its 7 MB of pixels need not.
        self._figure.clear()
        self._canvas.__dict__.pop("renderer", None)
        return file.getvalue()

    def _width(self, written: Text) -> float:
        return float(written.get_window_extent().width)


def drawable(words: str) -> str:
    """Without what the font has no shape for: emoji, and scripts that a brand's name may use."""
    known: set[int] = _characters()
    return "".join(character for character in words if ord(character) in known).strip()


@cache
def _characters() -> set[int]:
    from matplotlib import font_manager

    # It comes with matplotlib, so Polish and Cyrillic are there on every machine.
    font: Any = font_manager.get_font(font_manager.findfont("DejaVu Sans"))
    return set(font.get_charmap())
