"""Every rule of the school, one file each; `RULES` is their table of contents."""
