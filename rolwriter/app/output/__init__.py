"""Use cases of copies: made, laid out, written, proved, published."""
