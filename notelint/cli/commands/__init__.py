"""The commands of notelint, one module each."""
