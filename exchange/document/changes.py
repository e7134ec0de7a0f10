"""What differs between two documents, in words: 改 吴老师 专长 书法 → 书法、国画; 新增 3 行."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from exchange.columns import Layout
from exchange.document.parts import Part, cells_of, identity, named, parts_of
from exchange.document.sheets import Document, DocumentSheet
from exchange.findings import Place, cell_name
from exchange.spelling import fold, shown
from models import Text


class EditKind(StrEnum):
    """What was done."""

    CHANGED = "changed"  # a cell
    ADDED = "added"  # a row
    REMOVED = "removed"  # a row
    RENAMED = "renamed"  # a heading or the name of a sheet
    SHEET_ADDED = "sheet_added"
    SHEET_REMOVED = "sheet_removed"


_NOTHING = Text("", "")


@dataclass(frozen=True)
class DocumentChange:
    """One difference: on which sheet, of whom, in which column, from what to what."""

    kind: EditKind
    sheet: Text
    page: str  # the name of the sheet in the document that has it, the newer one if both do
    row: str = ""  # what the row is called
    column: Text = _NOTHING
    before: str = ""
    after: str = ""
    place: Place | None = None  # in the newer document; of a removed row, in the older one

    @property
    def cell(self) -> str | None:
        """Such as C12."""
        return None if self.place is None else cell_name(self.place)

    @property
    def text(self) -> Text:
        """The sentence."""
        who = " ".join(filter(None, (self.row, self.column.zh)))
        who_en = " ".join(filter(None, (self.row, self.column.en)))
        old, new = shown(self.before), shown(self.after)
        match self.kind:
            case EditKind.ADDED:
                return Text(f"新增 {self.sheet.zh} {self.row}", f"Added to {self.sheet.en}: {self.row}")
            case EditKind.REMOVED:
                return Text(f"删除 {self.sheet.zh} {self.row}", f"Removed from {self.sheet.en}: {self.row}")
            case EditKind.SHEET_ADDED:
                return Text(f"新增工作表 {self.page}", f"Added sheet {self.page}")
            case EditKind.SHEET_REMOVED:
                return Text(f"删除工作表 {self.page}", f"Removed sheet {self.page}")
            case EditKind.RENAMED:
                return Text(f"改名 {self.sheet.zh} {old} → {new}", f"Renamed on {self.sheet.en}: {old} → {new}")
            case _ if self.row and self.row == self.before and self.after:
                return Text(f"改名 {old} → {new}", f"Renamed {old} → {new}")
            case _ if not self.before:
                return Text(f"填 {who} {new}", f"Set {who_en}: {new}")
            case _ if not self.after:
                return Text(f"清空 {who}（原为 {old}）", f"Emptied {who_en} (was {old})")
            case _:
                return Text(f"改 {who} {old} → {new}", f"Changed {who_en}: {old} → {new}")


def changes_between(before: Document, after: Document) -> tuple[DocumentChange, ...]:
    """Every difference, sheet by sheet in the newer one's order. Rows are matched by name, not by number."""
    found: list[DocumentChange] = []
    known: set[str] = set()
    for old, new in zip(parts_of(before), parts_of(after), strict=True):
        known |= {part.name for part in (old, new) if not part.missing}
        found += _of_part(before, old, after, new)
    for name in dict.fromkeys(sheet.name for sheet in (*after.sheets, *before.sheets) if sheet.name not in known):
        found += _of_cells(before.sheet(name), after.sheet(name), name)
    return tuple(found)


def said(changes: Sequence[DocumentChange]) -> Text:
    """All changes in one line: themselves, if there are one or two, else how many of which kind and where."""
    if not changes:
        return Text("没有变化", "No change")
    if len(changes) <= 2:
        return Text("；".join(c.text.zh for c in changes), "; ".join(c.text.en for c in changes))
    sheets = list(dict.fromkeys(change.sheet for change in changes))
    counts = counted(changes)
    if len(sheets) <= 3:
        return Text(
            f"{'、'.join(s.zh for s in sheets)}：{counts.zh}", f"{', '.join(s.en for s in sheets)}: {counts.en}"
        )
    return Text(f"{len(sheets)} 张表：{counts.zh}", f"{len(sheets)} sheets: {counts.en}")


def counted(changes: Iterable[DocumentChange]) -> Text:
    """新增 3 行，改 5 处，删 1 行."""
    kinds = [change.kind for change in changes]
    added, removed = kinds.count(EditKind.ADDED), kinds.count(EditKind.REMOVED)
    sheets = kinds.count(EditKind.SHEET_ADDED) + kinds.count(EditKind.SHEET_REMOVED)
    cells = len(kinds) - added - removed - sheets
    zh = [f"新增 {added} 行"] * bool(added) + [f"改 {cells} 处"] * bool(cells) + [f"删 {removed} 行"] * bool(removed)
    en = [f"{added} rows added"] * bool(added) + [f"{cells} cells changed"] * bool(cells)
    en += [f"{removed} rows removed"] * bool(removed)
    if sheets:
        zh.append(f"增删 {sheets} 张表")
        en.append(f"{sheets} sheets added or removed")
    return Text("，".join(zh), ", ".join(en)) if zh else Text("没有变化", "no change")


def _of_part(before: Document, old: Part, after: Document, new: Part) -> Iterator[DocumentChange]:
    page, other = before.sheet(old.name), after.sheet(new.name)
    title = new.sheet.title
    if page is None or other is None:
        if other is not None:
            yield DocumentChange(EditKind.SHEET_ADDED, title, new.name)
        if page is not None:
            yield DocumentChange(EditKind.SHEET_REMOVED, title, old.name)
        if page is None and other is None:
            return
    if page is not None and other is not None and page.name != other.name:
        yield DocumentChange(EditKind.RENAMED, title, other.name, before=page.name, after=other.name)
    if new.sheet.layout is Layout.FORM:
        yield from _of_form(page, old, other, new)
        return
    if page is not None and other is not None and not (old.heading and new.heading):
        yield from _of_cells(page, other, other.name)
        return
    pairs, gone, came = matched(page, old, other, new)
    for was, now in pairs:
        yield from _of_row(before, old, was, after, new, now)
    for row in came:
        name = named(after, new, row) or cell_name((row, 1))
        yield DocumentChange(EditKind.ADDED, title, new.name, name, place=(row, 1))
    for row in gone:
        name = named(before, old, row) or cell_name((row, 1))
        yield DocumentChange(EditKind.REMOVED, title, old.name, name, place=(row, 1))
    if page is not None and other is not None:
        yield from _beside(page, old, other, new, pairs)


def _of_form(page: DocumentSheet | None, old: Part, other: DocumentSheet | None, new: Part) -> Iterator[DocumentChange]:
    for column in new.sheet.columns:
        was, now = old.answers.get(column.field), new.answers.get(column.field)
        first = page.text(was).strip() if page is not None and was is not None else ""
        last = other.text(now).strip() if other is not None and now is not None else ""
        if first != last:
            yield DocumentChange(EditKind.CHANGED, new.sheet.title, new.name, "", column.title, first, last, now or was)


def _of_row(before: Document, old: Part, was: int, after: Document, new: Part, now: int) -> Iterator[DocumentChange]:
    page, other = before.sheet(old.name), after.sheet(new.name)
    assert page is not None
    assert other is not None
    columns, others = dict(cells_of(old)), dict(cells_of(new))
    name = named(before, old, was) or named(after, new, now)
    for word in dict.fromkeys((*others, *columns)):
        first = page.text((was, columns[word])).strip() if word in columns else ""
        last = other.text((now, others[word])).strip() if word in others else ""
        if first != last:
            known = next((column.title for column in new.sheet.columns if column.field == word), Text(word, word))
            place = (now, others[word]) if word in others else None
            yield DocumentChange(EditKind.CHANGED, new.sheet.title, new.name, name, known, first, last, place)


def _beside(
    page: DocumentSheet, old: Part, other: DocumentSheet, new: Part, pairs: Sequence[tuple[int, int]]
) -> Iterator[DocumentChange]:
    """Headings, and columns that are not read (备注): also these are the school's."""
    titles = {(old.heading, new.heading)} | (set() if new.is_matrix else set(pairs))
    skipped = set(new.columns.values()) | (set(new.others) if new.is_matrix else set())
    for was, now in sorted(titles):
        for c in range(1, max(len(page.rows[was - 1]), len(other.rows[now - 1])) + 1):
            first, last = page.text((was, c)).strip(), other.text((now, c)).strip()
            if first == last or (now != new.heading and (c in skipped or c in old.columns.values())):
                continue
            kind = EditKind.RENAMED if now == new.heading and first else EditKind.CHANGED
            column = other.text((new.heading, c)) or page.text((old.heading, c)) or cell_name((1, c))[:-1]
            row = "" if now == new.heading else " ".join(filter(None, identity(other, new, now)))
            yield DocumentChange(kind, new.sheet.title, new.name, row, Text(column, column), first, last, (now, c))


def _of_cells(page: DocumentSheet | None, other: DocumentSheet | None, name: str) -> Iterator[DocumentChange]:
    title = Text(name, name)
    if page is None or other is None:
        yield DocumentChange(EditKind.SHEET_REMOVED if other is None else EditKind.SHEET_ADDED, title, name)
        return
    for r in range(1, max(len(page.rows), len(other.rows)) + 1):
        for c in range(1, max([len(s.rows[r - 1]) for s in (page, other) if len(s.rows) >= r]) + 1):
            first, last = page.text((r, c)), other.text((r, c))
            if first != last:
                where = cell_name((r, c))
                yield DocumentChange(EditKind.CHANGED, title, name, where, _NOTHING, first, last, (r, c))


def matched(
    page: DocumentSheet | None, old: Part, other: DocumentSheet | None, new: Part
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Rows that are the same thing, rows that are gone, rows that came."""
    olds: defaultdict[str, list[int]] = defaultdict(list)
    for row in old.rows if page is not None else ():
        assert page is not None
        olds[_key(page, old, row)].append(row)
    pairs: list[tuple[int, int]] = []
    came: list[int] = []
    for row in new.rows if other is not None else ():
        assert other is not None
        same = olds[_key(other, new, row)]
        if same:
            pairs.append((same.pop(0), row))
        else:
            came.append(row)
    gone = sorted(row for rows in olds.values() for row in rows)
    if page is not None and other is not None:
        for row in list(came):  # another name, but nearly everything else alike: renamed
            was = next((o for o in gone if _alike(page, old, o, other, new, row)), None)
            if was is not None:
                pairs.append((was, row))
                came.remove(row)
                gone.remove(was)
    return sorted(pairs, key=lambda pair: pair[1]), gone, came


def _key(page: DocumentSheet, part: Part, row: int) -> str:
    return "\n".join(fold(text) for text in identity(page, part, row))


def _alike(page: DocumentSheet, old: Part, was: int, other: DocumentSheet, new: Part, now: int) -> bool:
    columns, others = dict(cells_of(old)), dict(cells_of(new))
    both = [(page.text((was, columns[w])), other.text((now, others[w]))) for w in columns.keys() & others.keys()]
    filled = [pair for pair in both if any(pair)]
    if was == now and not (any(identity(page, old, was)) and any(identity(other, new, now))):
        return True  # the name was emptied, or filled in
    same = sum(first == last for first, last in filled)
    return was == now and same * 2 >= len(filled) - 1 if len(filled) <= 3 else same * 3 >= len(filled) * 2
