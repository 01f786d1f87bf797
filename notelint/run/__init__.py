"""A vault opened, its notes treated one after the other, settled and written."""
