"""Rules applied to one note: its findings, its fixes, and the proof that these do no harm."""
