"""Tests of ui.saved."""
