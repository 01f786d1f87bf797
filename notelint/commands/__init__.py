"""What each command does with its arguments: one module for each, which returns the exit code."""
