"""The set pages on screen, on paper and as PDF: one painter for all three."""
