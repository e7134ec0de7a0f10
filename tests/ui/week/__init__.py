"""Tests of ui/week."""
