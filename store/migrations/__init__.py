"""The history of the tables, as Alembic reads it: one file for each change, never altered once released."""
