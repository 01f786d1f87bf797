"""The index of a vault as one file, read by path where it is looked at."""
