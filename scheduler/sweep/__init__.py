"""Sweeps: every single loss, ever fewer rooms of a kind, ever more pupils, and what each rule costs."""
