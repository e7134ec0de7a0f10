"""Tests of ui.solving."""
