"""Problem → Outcome: the rules, the audit, and the only place that knows CP-SAT."""
