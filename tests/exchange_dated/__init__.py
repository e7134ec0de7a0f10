"""Handouts for dates."""
