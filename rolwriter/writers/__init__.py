"""Files out: one list of blocks feeds every output."""
