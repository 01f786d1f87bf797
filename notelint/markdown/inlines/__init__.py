"""The inlines of a block, with their places."""
