"""All notes of a vault as one index: their names, where links lead, what words they write."""
