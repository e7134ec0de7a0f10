"""Tests of the screens, each file for one of ui/; those with a browser are skipped where there is none."""
