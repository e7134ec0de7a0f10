"""From which date a published timetable is in force."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """One column more; what was published before is in force from the first day of its term."""
    op.add_column("timetable_step", sa.Column("first_day", sa.Date(), nullable=True))
