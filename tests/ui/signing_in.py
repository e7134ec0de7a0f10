"""Passwords, and schools with drafts and a published timetable, for tests of who may do what."""

from dataclasses import dataclass

from exchange.document import document_json, document_of
from exchange.normal import normal
from models import Text
from scheduler.audit import audit
from scheduler.rules import rule_cards
from store import Access, SavedSchool, SavedTimetable, Store
from tests.builders import tiny_school
from tests.timetables import tiny_timetable

OFFICE, READER = "office-2026", "reader-2026"
PROBLEM = normal(tiny_school(), rule_cards())  # as it is read back from a document
_NOTE = Text("测", "t")


@dataclass(frozen=True)
class Kept:
    """What is kept: one school with a published timetable and a newer draft, one with nothing but a draft."""

    school: SavedSchool
    published: SavedTimetable
    draft: SavedTimetable
    secret: SavedSchool
    secret_draft: SavedTimetable


def with_passwords(store: Store) -> None:
    """Set both."""
    store.set_password(Access.OFFICE, OFFICE, who="沈")
    store.set_password(Access.READER, READER, who="沈")


def filled(store: Store) -> Kept:
    """Save them."""
    document = document_json(document_of(PROBLEM, rule_cards()))
    table = tiny_timetable(PROBLEM)
    verdict = audit(PROBLEM, table)

    def school(name: str) -> SavedSchool:
        return store.add_school(name, "2026秋", document=document, problem=PROBLEM, who="沈", note=_NOTE)

    def draft(of: SavedSchool, name: str) -> SavedTimetable:
        return store.save_timetable(of.id, table, version=1, who="沈", note=_NOTE, name=name, verdict=verdict)

    open_school = school("公开小学")
    published = draft(open_school, "定稿")
    store.publish(published.id, who="沈", note=_NOTE)
    newer = draft(open_school, "试排")
    store.save_version(
        open_school.id, document=document, problem=None, who="沈", note=Text("机密改动", "secret"), after=1
    )
    secret = school("机密小学")
    return Kept(open_school, store.timetable(published.id), newer, secret, draft(secret, "机密草稿"))
