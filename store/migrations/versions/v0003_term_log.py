"""Logs of a term's changes."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """One table more; nothing that is there changes."""
    op.create_table(
        "term_log",
        sa.Column("timetable_id", sa.String(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("saved_by", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["timetable_id"], ["timetable.id"], name="fk_term_log_timetable_id"),
        sa.PrimaryKeyConstraint("timetable_id", name="pk_term_log"),
    )
