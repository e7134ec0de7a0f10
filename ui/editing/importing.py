"""Import a workbook: why it cannot be opened, or what it would change; only then, on a button, a new version."""

import streamlit as st

from exchange.document import Document, changes_between, counted, document_json, document_of_workbook
from exchange.document.parts import parts_of
from models import Severity, Text
from ui import marks
from ui.desk import Desk
from ui.editing.issue_list import line_html
from ui.editing.looked import Looked, look_at
from ui.editing.past import changes_html
from ui.editing.saving import save
from ui.editing.sitting import Sitting
from ui.language import say
from ui.whole import whole

_SHOWN = 20


def import_workbook(now: Desk, sitting: Sitting, looked: Looked) -> None:
    """Choose a file, see what it changes, and import it, in a window over the page."""
    st.dialog(say(Text("导入工作簿", "Import a workbook")), width="large")(_import)(now, sitting, looked)


def _import(now: Desk, sitting: Sitting, looked: Looked) -> None:
    file = st.file_uploader(
        say(Text("选择 .xlsx 工作簿；可以只有几张表，别的表不变", "An .xlsx workbook; it may hold a few sheets only")),
        type="xlsx",
        key="data-upload",
    )
    if file is None:
        return
    opened = document_of_workbook(file.getvalue(), file.name)
    if opened.document is None:
        for issue in opened.issues:
            st.html(line_html(issue))
        return
    document = joined(looked.document, opened.document)
    changes = changes_between(looked.document, document)
    if not changes:
        marks.notice(Text("和现在的数据完全一样，不用导入。", "It is just what is there already."), "ok")
        return
    words, kept = counted(changes), kept_sheets(looked.document, opened.document)
    more = None
    if kept:
        more = Text(
            f"文件里没有、保持不变的表：{'、'.join(kept)}", f"Not in the file, left as they are: {', '.join(kept)}"
        )
    marks.notice(Text(f"导入后会有这些变化：{words.zh}", f"The import would change: {words.en}"), "acc", more)
    after = look_at(document_json(document))
    errors = [issue for issue in after.issues if issue.severity is Severity.ERROR]
    if errors:
        marks.notice(
            Text(
                f"其中有 {len(errors)} 处错误，导入后可以在表里改。",
                f"It has {len(errors)} errors, to be mended after the import.",
            ),
            "warn",
        )
    number = sitting.version + 1
    note = Text(f"导入 {file.name}：{words.zh}", f"Imported {file.name}: {words.en}")
    label = say(Text(f"导入成第 {number} 版", f"Import as version {number}"))
    if st.button(label, type="primary", key="data-import", on_click=whole(_save), args=(now, sitting, document, note)):
        st.rerun()
    st.html("".join(line_html(issue) for issue in errors[:_SHOWN]))
    if len(errors) > _SHOWN:
        marks.faint(Text(f"还有 {len(errors) - _SHOWN} 处错误", f"{len(errors) - _SHOWN} more errors"))
    st.html(changes_html(changes))


def _save(now: Desk, sitting: Sitting, document: Document, note: Text) -> None:
    save(now, sitting, document, note)


def joined(present: Document, imported: Document) -> Document:
    """The imported sheets in place of those that they are, whatever they are called; the others as they are."""
    new = {part.sheet.key: part for part in parts_of(imported) if not part.missing}
    old = {part.name: part.sheet.key for part in parts_of(present) if not part.missing}
    names = {part.name: key for key, part in new.items()}
    taken = {sheet.name: sheet for sheet in imported.sheets}
    sheets = []
    for sheet in present.sheets:
        key = old.get(sheet.name)
        name = new[key].name if key in new else sheet.name
        sheets.append(taken.pop(name, sheet))
    present_names = {sheet.name for sheet in sheets}
    sheets += [sheet for sheet in taken.values() if sheet.name not in present_names or sheet.name in names]
    return Document(sheets=tuple(sheets))


def kept_sheets(present: Document, imported: Document) -> list[str]:
    """The sheets that the file lacks and that hold something."""
    new = {part.sheet.key for part in parts_of(imported) if not part.missing}
    return [p.name for p in parts_of(present) if not p.missing and p.sheet.key not in new and (p.rows or p.answers)]
