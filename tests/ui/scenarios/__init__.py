"""Tests of ui/scenarios/."""
