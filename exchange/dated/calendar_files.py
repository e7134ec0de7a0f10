"""A calendar file for every person who serves and for every class, as they lie in a folder or in a ZIP."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from exchange.archive import zipped
from exchange.dated.calendars import Issue, Sheet, calendar_file
from exchange.dated.events import Event, Key, Reader, class_events, person_events
from exchange.dated.head import DatedHead, Edition
from exchange.handouts.documents import file_name
from exchange.results.names import class_heading, person_name

Events = dict[str, dict[Key, Event]]


def calendar_files(head: DatedHead, when: datetime, earlier: Sequence[Edition] = ()) -> Iterator[tuple[str, bytes]]:
    """Name (with its folder) and content of each file, classes first, in the order of the school's lists.

    `when` is the moment of this edition, with its time zone. Whoever is in an earlier edition only has a file too, in
    which everything is cancelled.
    """
    readers = [Reader(e.problem, e.dated, e.clock, head.language) for e in earlier]
    readers.append(Reader(head.problem, head.held, head.clock, head.language))
    moments = [*(e.when for e in earlier), when]
    classes = [class_events(reader, head.head.timetable) for reader in readers]
    people = [person_events(reader) for reader in readers]
    for number, c in enumerate(head.problem.classes, start=1):
        title = class_heading(head.problem, c.id, head.language)
        folder = head.say("班级", "classes")
        yield f"{folder}/{number:02} {file_name(title)}.ics", _file(head, f"class/{c.id}", title, classes, moments)
    everyone = [p.id for p in head.problem.people]
    everyone += sorted({p for found in people for p in found} - set(everyone))
    number = 0
    for person in everyone:
        if any(person in found for found in people):
            number += 1
            title = person_name(head.problem, person, head.language)
            folder = head.say("个人", "people")
            yield (
                f"{folder}/{number:03} {file_name(title)}.ics",
                _file(head, f"person/{person}", title, people, moments),
            )


def calendars_zip(head: DatedHead, when: datetime, earlier: Sequence[Edition] = ()) -> bytes:
    """All of them in one ZIP."""
    return zipped(calendar_files(head, when, earlier), pack=True)


def _file(head: DatedHead, reader: str, title: str, found: list[Events], moments: list[datetime]) -> bytes:
    which = reader.partition("/")[2]
    owner = f"{head.problem.school}\n{head.problem.term.name}"
    sheet = Sheet(owner, reader, head.say(f"课后服务 {title}", f"After school {title}"), head.marks, head.warning)
    issues = [Issue(events.get(which, {}), when) for events, when in zip(found, moments, strict=True)]
    return calendar_file(sheet, issues[-1], issues[:-1])
