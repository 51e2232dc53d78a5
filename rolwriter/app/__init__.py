"""Use cases and the session: everything the program does, without a window."""
