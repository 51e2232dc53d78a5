"""The command line; it imports no Qt."""
