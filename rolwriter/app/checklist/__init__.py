"""What the report must answer, and what it answers already."""
