"""Where the data lie, a backup of everything in one file, and back to a backup."""

from datetime import datetime
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from models import Text
from store import Store, StoreError
from ui import marks
from ui.desk import Desk, forget
from ui.language import say

_DONE = "restored"


def keeping_panel(now: Desk) -> None:
    """Place, backup, restore."""
    place = Text("全部数据在这个文件里，不离开本机：", "Everything is in this file, and stays on this machine:")
    if "://" in now.store.location:
        place = Text("全部数据在这个数据库里：", "Everything is in this database:")
    st.html(f'<p class="k-sub">{escape(say(place))}<br><code>{escape(now.store.location)}</code></p>')
    done = st.session_state.pop(_DONE, None)
    if isinstance(done, Text):
        marks.notice(done, "ok")
    store = now.store
    st.download_button(
        say(Text("备份到一个文件", "Back up into a file")),
        data=lambda: backup_bytes(store),
        file_name=f"kehou-{datetime.now().astimezone():%Y%m%d-%H%M}.db",
        mime="application/octet-stream",
        key="backup",
        on_click="ignore",
    )
    with st.popover(say(Text("用备份恢复…", "Restore a backup…"))):
        sent = st.file_uploader(say(Text("备份文件（.db）", "Backup (.db)")), type=["db"], key="restore-file")
        label = Text("用它换掉现在的全部数据", "Put it in the place of all data")
        if sent is not None and st.button(say(label), type="primary", key="restore"):
            _restore(store, sent.getvalue())


def backup_bytes(store: Store) -> bytes:
    """Everything as it is now, as a file. Raises StoreError."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "backup.db"
        store.backup(path)
        return path.read_bytes()


def _restore(store: Store, content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "backup.db"
        path.write_bytes(content)
        try:
            kept = store.restore(path)
        except StoreError as error:
            marks.notice(error.text, "err")
            return
    forget()
    st.session_state[_DONE] = Text(f"已恢复。原来的数据留在 {kept}。", f"Restored. What was here is kept in {kept}.")
    st.rerun()
