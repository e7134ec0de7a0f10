"""Save an edit as a version; undo and redo, which are edits as well; and two people who edit at the same time."""

from exchange.document import Document, changes_between, document_from_json, document_json, merged, said
from models import Text
from store import LostUpdateError, SchoolId, StoreError
from ui.desk import Desk
from ui.editing.looked import look_at, version_text
from ui.editing.sitting import Clash, Sitting

_STEPS = 50  # that can be undone


def save(now: Desk, sitting: Sitting, document: Document, note: Text | None = None, *, step: bool = True) -> bool:
    """Make the document the next version; `step`: as something that can be undone. False: it was not saved."""
    text = document_json(document)
    before = sitting.version
    shown = document_from_json(version_text(now.store, sitting.school, before))
    if document == shown:
        return True
    words = note or said(changes_between(shown, document))
    try:
        saved = now.store.save_version(
            SchoolId(sitting.school),
            document=text,
            problem=look_at(text).seen.reading.problem,
            who=now.who,
            note=words,
            after=before,
        )
    except LostUpdateError:
        sitting.clash = Clash(before, text, words)
        return False
    except StoreError as error:
        sitting.said = (error.text, "err")
        return False
    sitting.version = saved.number
    if step:
        sitting.past = [*sitting.past, (before, saved.number)][-_STEPS:]
        sitting.future = []
    return True


def undo(now: Desk, sitting: Sitting) -> None:
    """Take back the last step; later edits, also of others, stay."""
    if sitting.past:
        before, after = sitting.past[-1]
        if (made := _back(now, sitting, before, after, Text("撤销：", "Undone: "))) is not None:
            sitting.past.pop()
            sitting.future.append(made)


def redo(now: Desk, sitting: Sitting) -> None:
    """Do the step again that was undone last."""
    if sitting.future:
        before, after = sitting.future[-1]
        if (made := _back(now, sitting, before, after, Text("重做：", "Done again: "))) is not None:
            sitting.future.pop()
            sitting.past.append(made)


def take_back(now: Desk, sitting: Sitting, number: int) -> None:
    """Undo what version `number` changed, whoever made it; later edits stay."""
    if (made := _back(now, sitting, number - 1, number, Text("撤销：", "Undone: "))) is not None:
        sitting.past.append(made)
        sitting.future = []


def return_to(now: Desk, sitting: Sitting, number: int) -> None:
    """The document of an earlier version becomes the newest one; those between stay in the history."""
    note = Text(f"回到第 {number} 版", f"Back to version {number}")
    save(now, sitting, document_from_json(version_text(now.store, sitting.school, number)), note)


def _back(now: Desk, sitting: Sitting, before: int, after: int, word: Text) -> tuple[int, int] | None:
    """Undo the step from `before` to `after`; brings the step that this is itself."""
    old, new, current = (
        document_from_json(version_text(now.store, sitting.school, number))
        for number in (before, after, sitting.version)
    )
    both = merged(new, old, current)
    if both.clashes:
        what = said(both.clashes)
        sitting.said = (
            Text(f"撤销不了，这几处后来又改过：{what.zh}", f"Cannot be undone, for it was changed since: {what.en}"),
            "warn",
        )
        return None
    done = said(changes_between(new, old)) if word.zh == "重做：" else said(changes_between(old, new))
    at = sitting.version
    if not save(now, sitting, both.document, Text(word.zh + done.zh, word.en + done.en), step=False):
        return None
    return at, sitting.version


def settle(now: Desk, sitting: Sitting, way: str) -> None:
    """End a clash: keep `both`, `mine` or `theirs`. What is not kept stays in the history, or was never saved."""
    clash = sitting.clash
    sitting.clash = None
    if clash is None:
        return
    numbers = (clash.base, sitting.version)
    base, theirs = (document_from_json(version_text(now.store, sitting.school, number)) for number in numbers)
    mine = document_from_json(clash.mine)
    if way == "both":
        save(now, sitting, merged(base, mine, theirs).document, clash.note)
    elif way == "mine":
        note = Text(f"以自己的为准：{clash.note.zh}", f"One's own kept: {clash.note.en}")
        save(now, sitting, mine, note)
