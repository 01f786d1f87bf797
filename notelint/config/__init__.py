"""Which rules run, and how: configuration files, presets, the command line, the catalogue."""
