"""Who is at the desk: on this machine the office; in the school's network whoever has signed in."""
