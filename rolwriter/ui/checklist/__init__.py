"""What the report must answer, as a panel and on paper."""
