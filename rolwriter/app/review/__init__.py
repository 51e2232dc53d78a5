"""What the checks find, and what the clerk decides on it."""
