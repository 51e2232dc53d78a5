"""Files in: one module a format, and the recognition of a report in what was read."""
