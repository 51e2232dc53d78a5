"""Use cases of carrying last year's report over."""
