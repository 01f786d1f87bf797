"""Strangers' YAML and TOML: the place of every key, and errors that name it."""
