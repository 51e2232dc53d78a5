"""The ledger of figures, its links in the text, and the forms that fill it."""
