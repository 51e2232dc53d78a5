"""Reading a file in, reviewed before it counts."""
