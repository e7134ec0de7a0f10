"""Tests of ui/load."""
