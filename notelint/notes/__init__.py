"""One note: its text, its tree, and the facts that rules ask for."""
