"""Tests of the store, on SQLite and, where a server can be started, on PostgreSQL."""
