"""From the report to the blocks that every output shares."""
