"""Tests of who may come in, and what each may do."""
