"""Everything that the store refuses, each with a sentence in Chinese and in English."""

from datetime import datetime

from models import Text
from store.values import Head, Job, SavedSchool


class StoreError(Exception):
    """Base of all: `text` says what is the matter and what helps."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.zh)
        self.text = text


class NotFoundError(StoreError):
    """There is no such school, version, timetable, scenario or job (any more)."""

    def __init__(self, zh: str, en: str) -> None:
        sentence = Text(f"找不到{zh}：可能已被删除，请刷新页面。", f"There is no {en}: it may be gone, reload.")
        super().__init__(sentence)


class SchoolExistsError(StoreError):
    """A school of this name and term is in the list already: `existing`."""

    def __init__(self, existing: SavedSchool) -> None:
        zh = f"“{existing.name}”的“{existing.term}”已经有了：请打开它，或换一个名称或学期。"
        en = f'"{existing.name}", "{existing.term}" is there already: open it, or take another name or term.'
        super().__init__(Text(zh, en))
        self.existing = existing


class LostUpdateError(StoreError):
    """Somebody saved in the meantime; nothing was overwritten. `theirs` was saved, `yours` is the number edited."""

    def __init__(self, theirs: Head, yours: int) -> None:
        at = clock_time(theirs.when)
        mine = Text(f"您改的是第 {yours} 版", f"You edited number {yours}")
        if not yours:
            mine = Text("您要新存一份", "You wanted to save a new one")
        zh = (
            f"{mine.zh}，{theirs.who}在{at.zh}已经存了第 {theirs.number} 版。为了不覆盖，这次没有保存：请对照两版再定。"
        )
        en = (
            f"{mine.en}, but {theirs.who} saved number {theirs.number} at {at.en}. "
            "Nothing was overwritten and yours is not saved: compare the two and decide."
        )
        super().__init__(Text(zh, en))
        self.theirs = theirs
        self.yours = yours


class GoneError(StoreError):
    """What was edited has been removed by somebody else in the meantime."""

    def __init__(self, name: str) -> None:
        super().__init__(
            Text(
                f"“{name}”刚才已被别人删除，这次没有保存：要保留就另存为新的。",
                f'"{name}" was removed by somebody else and is not saved: save it as a new one to keep it.',
            )
        )


class ScenarioInUseError(StoreError):
    """Other scenarios stand on this one."""

    def __init__(self, name: str, users: tuple[str, ...]) -> None:
        super().__init__(
            Text(
                f"方案“{'”“'.join(users)}”以“{name}”为基础：请先改它们，再删除“{name}”。",
                f'The scenarios "{", ".join(users)}" stand on "{name}": change them first, then remove it.',
            )
        )
        self.users = users


class JobRunningError(StoreError):
    """One job at a time for a school: `job` runs."""

    def __init__(self, job: Job) -> None:
        at = clock_time(job.started)
        zh = f"{job.who}在{at.zh}开始的计算还没有结束：请等它结束，或先停止它。"
        en = f"The work that {job.who} started at {at.en} is still going on: wait until it ends, or stop it first."
        super().__init__(Text(zh, en))
        self.job = job


def clock_time(when: datetime) -> Text:
    """A time as the reader's clock shows it: 3月18日 09:05."""
    local = when.astimezone()
    return Text(f"{local.month}月{local.day}日 {local:%H:%M}", f"{local:%Y-%m-%d %H:%M}")
