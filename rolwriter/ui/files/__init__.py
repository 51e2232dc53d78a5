"""Files as the clerk meets them: open, save, locks, damage, what a crash left over."""
