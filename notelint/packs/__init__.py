"""Rules that are data: YAML entries of a few kinds, and what runs them."""
