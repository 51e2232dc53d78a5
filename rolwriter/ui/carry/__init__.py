"""Carrying last year's report over: what waits, last year's paragraph, promises."""
