"""What the checks found: the list, the underlines, fixes, reasons, rules."""
