"""The tabs in which the report is written."""
