"""What each teacher serves, how rooms and patrols are used: counts, their pictures, and reasons in words."""
