"""Tests of changes and scenarios."""
