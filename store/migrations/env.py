"""Alembic runs this file: the migrations, in the transaction of the connection that store.migrate hands over."""

from alembic import context

from store.migrate import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
