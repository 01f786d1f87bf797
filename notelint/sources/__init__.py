"""What a note cites: Source sections, footnotes, home pages, and the works that they stand for."""
