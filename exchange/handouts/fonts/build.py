"""Makes the shipped font from Noto Sans CJK: `python -m exchange.handouts.fonts.build NotoSansCJK-Regular.ttc …`.

For developers: needs fonttools, which the program itself does not.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTCollection, TTFont  # type: ignore[import-untyped]

from exchange.handouts.fonts import FAMILY, FOLDER
from exchange.handouts.fonts.letters import letters

_ORIGINAL = "Noto Sans CJK SC"
_FAMILY, _STYLE, _UNIQUE, _FULL, _POSTSCRIPT = 1, 2, 3, 4, 6  # numbers of the OpenType table of names
_KEPT = (0, 5, 7, 8, 9, 11, 13, 14)  # copyright, version, trade mark, who made it, licence
_EVER = 3786825600  # 2024-01-01, counted from 1904: no clock in the file, so that equal sources give equal bytes


def main(sources: list[str]) -> None:
    """Write a part of each source, a TTC or OTF that holds Noto Sans CJK SC, beside this file."""
    for source in sources:
        font = _simplified(Path(source))
        _cut(font)
        _rename(font)
        target = FOLDER / f"{_words(font, _POSTSCRIPT)}.otf"
        font.save(target)
        print(f"{target.name}: {len(font.getBestCmap())} signs, {target.stat().st_size / 1e6:.2f} MB")


def _simplified(source: Path) -> TTFont:
    """The font of the source whose forms are those of mainland China. Raises SystemExit where there is none."""
    fonts = TTCollection(str(source)).fonts if source.suffix == ".ttc" else [TTFont(str(source))]
    for font in fonts:
        if _ORIGINAL in (font["name"].getDebugName(16), font["name"].getDebugName(_FAMILY)):
            return font
    raise SystemExit(f"{source}: no {_ORIGINAL}")


def _cut(font: TTFont) -> None:
    options = Options()
    options.layout_features = ["halt", "kern"]  # half-width dots between facts; spacing of Latin letters
    options.name_IDs = ["*"]
    options.hinting = False  # for print and pictures; a third smaller
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG"]  # nothing is set in columns from top to bottom
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=letters())
    subsetter.subset(font)


def _rename(font: TTFont) -> None:
    style, names = _words(font, _STYLE), font["name"]
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    names.names = [record for record in names.names if record.nameID in _KEPT and record.langID == 0x409]
    for number, words in (
        (_FAMILY, FAMILY),
        (_STYLE, style),
        (_UNIQUE, postscript),
        (_FULL, f"{FAMILY} {style}"),
        (_POSTSCRIPT, postscript),
    ):
        names.setName(words, number, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [postscript]
    top = cff.topDictIndex[0]
    top.FamilyName, top.FullName = FAMILY, f"{FAMILY} {style}"
    font["head"].created = font["head"].modified = _EVER
    font.recalcTimestamp = False


def _words(font: TTFont, number: int) -> str:
    return str(font["name"].getDebugName(number))


if __name__ == "__main__":
    main(sys.argv[1:])
