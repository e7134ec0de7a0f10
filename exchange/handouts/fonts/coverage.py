"""Which signs a font file holds: its table of characters (cmap), read without a library."""

from functools import cache
from pathlib import Path
from struct import error as struct_error
from struct import unpack_from


@cache
def holds(path: str, index: int = 0) -> frozenset[int]:
    """Code points of the font; of font number `index` where the file is a collection; none if it cannot be read."""
    try:
        content = Path(path).read_bytes()
        (start,) = unpack_from(">I", content, 12 + 4 * index) if content[:4] == b"ttcf" else (0,)
        return _signs(content, start)
    except (OSError, struct_error):  # a damaged font of the system is not the school's concern
        return frozenset()


def _signs(content: bytes, start: int) -> frozenset[int]:
    (tables,) = unpack_from(">H", content, start + 4)
    for number in range(tables):
        tag, _, table, _ = unpack_from(">4sIII", content, start + 12 + 16 * number)
        if tag == b"cmap":
            return _of_cmap(content, table)
    return frozenset()


def _of_cmap(content: bytes, table: int) -> frozenset[int]:
    found: set[int] = set()
    (count,) = unpack_from(">H", content, table + 2)
    for number in range(count):
        (offset,) = unpack_from(">I", content, table + 8 + 8 * number)
        (form,) = unpack_from(">H", content, table + offset)
        if form == 4:
            found |= _ranges_of_4(content, table + offset)
        elif form == 12:
            found |= _ranges_of_12(content, table + offset)
    return frozenset(found)


def _ranges_of_4(content: bytes, at: int) -> set[int]:
    """The form for the first 65536 signs; what a range maps to nothing is left out where it says so directly."""
    (twice,) = unpack_from(">H", content, at + 6)
    count = twice // 2
    ends = unpack_from(f">{count}H", content, at + 14)
    starts = unpack_from(f">{count}H", content, at + 16 + twice)
    deltas = unpack_from(f">{count}H", content, at + 16 + 2 * twice)
    offsets_at = at + 16 + 3 * twice
    offsets = unpack_from(f">{count}H", content, offsets_at)
    found: set[int] = set()
    for n, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for sign in range(first, last + 1):
            if offset == 0:
                glyph = (sign + delta) & 0xFFFF
            else:
                (glyph,) = unpack_from(">H", content, offsets_at + 2 * n + offset + 2 * (sign - first))
            if glyph and sign != 0xFFFF:
                found.add(sign)
    return found


def _ranges_of_12(content: bytes, at: int) -> set[int]:
    (count,) = unpack_from(">I", content, at + 12)
    found: set[int] = set()
    for number in range(count):
        first, last, _ = unpack_from(">III", content, at + 16 + 12 * number)
        found.update(range(first, min(last, 0x10FFFF) + 1))
    return found
