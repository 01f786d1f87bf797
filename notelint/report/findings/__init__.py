"""The formats of the findings of a run, one module each."""
