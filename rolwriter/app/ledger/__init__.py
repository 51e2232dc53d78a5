"""Use cases of the ledger and of the figures linked to it."""
