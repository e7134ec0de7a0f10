"""Tests of ui/view."""
