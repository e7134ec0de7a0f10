"""The parts of 发放: the files that can be handed out, and archiving."""
