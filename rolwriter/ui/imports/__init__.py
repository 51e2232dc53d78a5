"""Reading a file in: the preview in which every paragraph can be corrected."""
