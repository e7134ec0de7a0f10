"""What `kehou …` does and says: one file per job, between cli.py and the layers that do the work."""
