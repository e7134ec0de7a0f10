"""The tables: one class for each. A change here needs a migration (docs/store.md)."""

from datetime import date, datetime

from sqlalchemy import BigInteger, Double, ForeignKey, ForeignKeyConstraint, Index, MetaData, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from models import Text
from store.columns import PackedText, UtcTime


class Row(DeclarativeBase):
    """Base of all rows. Constraints have names, so that a later migration can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcTime(), float: Double()}  # noqa: RUF012  (SQLAlchemy reads it on the class)


class Noted:
    """A note in both languages."""

    note_zh: Mapped[str]
    note_en: Mapped[str]

    @property
    def note(self) -> Text:
        """The note."""
        return Text(self.note_zh, self.note_en)


class SchoolRow(Row):
    """A school in a term. `edition` counts its changes: two at the same moment cannot both succeed unseen."""

    __tablename__ = "school"
    __table_args__ = (
        Index(
            "school_one_of_a_name",
            "name",
            "term",
            unique=True,
            sqlite_where=text("removed IS NULL"),
            postgresql_where=text("removed IS NULL"),
        ),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    term: Mapped[str]
    created: Mapped[datetime]
    last_changed: Mapped[datetime]
    changed_by: Mapped[str]
    newest: Mapped[int]
    removed: Mapped[datetime | None]
    edition: Mapped[int] = mapped_column()
    __mapper_args__ = {"version_id_col": edition}  # noqa: RUF012


class VersionRow(Noted, Row):
    """A version of a school's data."""

    __tablename__ = "version"
    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]
    readable: Mapped[bool]
    fingerprint: Mapped[str | None]
    document: Mapped[str] = mapped_column(PackedText, deferred=True, deferred_group="data")
    problem: Mapped[str | None] = mapped_column(PackedText, deferred=True, deferred_group="data")


class TimetableRow(Noted, Row):
    """A saved timetable. Only name and state ever change. `outcome` is kept without timetable and verdict."""

    __tablename__ = "timetable"
    __table_args__ = (
        UniqueConstraint("school_id", "number"),
        ForeignKeyConstraint(["school_id", "version"], ["version.school_id", "version.number"]),
        Index(
            "timetable_one_published",
            "school_id",
            unique=True,
            sqlite_where=text("state = 'published'"),
            postgresql_where=text("state = 'published'"),
        ),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"))
    number: Mapped[int]
    version: Mapped[int]
    parent: Mapped[str | None] = mapped_column(ForeignKey("timetable.id"))
    name: Mapped[str]
    state: Mapped[str]
    status: Mapped[str | None]
    cost: Mapped[int | None] = mapped_column(BigInteger)
    bound: Mapped[float | None]
    broken: Mapped[int | None]
    fingerprint: Mapped[str]
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]
    steps: Mapped[int]
    edition: Mapped[int] = mapped_column()
    timetable: Mapped[str] = mapped_column(PackedText, deferred=True, deferred_group="data")
    verdict: Mapped[str | None] = mapped_column(PackedText, deferred=True, deferred_group="data")
    outcome: Mapped[str | None] = mapped_column(PackedText, deferred=True, deferred_group="data")
    __mapper_args__ = {"version_id_col": edition}  # noqa: RUF012


class TimetableStepRow(Noted, Row):
    """A step in the life of a timetable."""

    __tablename__ = "timetable_step"
    timetable_id: Mapped[str] = mapped_column(ForeignKey("timetable.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    at: Mapped[datetime]
    who: Mapped[str]
    first_day: Mapped[date | None]  # of a publication


class TermLogRow(Row):
    """What was changed in the term after this timetable was published."""

    __tablename__ = "term_log"
    timetable_id: Mapped[str] = mapped_column(ForeignKey("timetable.id"), primary_key=True)
    edition: Mapped[int] = mapped_column()
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]
    content: Mapped[str] = mapped_column(PackedText)
    __mapper_args__ = {"version_id_col": edition}  # noqa: RUF012


class ScenarioRow(Row):
    """A scenario, by its name."""

    __tablename__ = "scenario"
    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"), primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[int] = mapped_column()
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]
    content: Mapped[str] = mapped_column(PackedText)
    __mapper_args__ = {"version_id_col": edition}  # noqa: RUF012


class ScenarioResultRow(Row):
    """The newest result of a scenario."""

    __tablename__ = "scenario_result"
    __table_args__ = (
        ForeignKeyConstraint(["school_id", "scenario"], ["scenario.school_id", "scenario.name"], ondelete="CASCADE"),
        ForeignKeyConstraint(["school_id", "version"], ["version.school_id", "version.number"]),
    )
    school_id: Mapped[str] = mapped_column(primary_key=True)
    scenario: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int]
    version: Mapped[int]
    saved_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(PackedText)


class SettingRow(Row):
    """A setting of the office for a school, as JSON."""

    __tablename__ = "setting"
    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"), primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    edition: Mapped[int] = mapped_column()
    saved_at: Mapped[datetime]
    saved_by: Mapped[str]
    value: Mapped[str]
    __mapper_args__ = {"version_id_col": edition}  # noqa: RUF012


class JobRow(Row):
    """Long work for a school. At most one runs: the database itself sees to it."""

    __tablename__ = "job"
    __table_args__ = (
        UniqueConstraint("school_id", "number"),
        ForeignKeyConstraint(["school_id", "version"], ["version.school_id", "version.number"]),
        Index(
            "job_one_running",
            "school_id",
            unique=True,
            sqlite_where=text("state = 'running'"),
            postgresql_where=text("state = 'running'"),
        ),
    )
    id: Mapped[str] = mapped_column(primary_key=True)
    school_id: Mapped[str] = mapped_column(ForeignKey("school.id"))
    number: Mapped[int]
    version: Mapped[int]
    kind: Mapped[str]
    who: Mapped[str]
    state: Mapped[str]
    started: Mapped[datetime]
    heartbeat: Mapped[datetime]
    ended: Mapped[datetime | None]
    stop_asked: Mapped[bool]
    marks: Mapped[int]
    seconds: Mapped[float | None]
    objective: Mapped[int | None] = mapped_column(BigInteger)
    bound: Mapped[float | None]
    has_best: Mapped[bool]
    sentence_zh: Mapped[str | None]
    sentence_en: Mapped[str | None]
    best: Mapped[str | None] = mapped_column(PackedText, deferred=True)


class JobMarkRow(Row):
    """Where a search stood: the points of its chart."""

    __tablename__ = "job_mark"
    job_id: Mapped[str] = mapped_column(ForeignKey("job.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    seconds: Mapped[float]
    objective: Mapped[int | None] = mapped_column(BigInteger)
    bound: Mapped[float | None]
