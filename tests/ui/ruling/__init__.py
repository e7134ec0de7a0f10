"""Tests of ui.ruling."""
