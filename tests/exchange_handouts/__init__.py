"""Tests of the PDFs."""
