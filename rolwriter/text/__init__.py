"""Pure functions on Chinese official text; they know strings and nothing else."""
