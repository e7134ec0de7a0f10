"""Seeded schools, the methods that are compared on them, and the table; imported by nothing else."""
