"""notelint: the linter for notes that quote their sources."""

__version__ = "0.1.0"
