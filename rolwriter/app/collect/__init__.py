"""Forms and slips to the 科室 and back."""
