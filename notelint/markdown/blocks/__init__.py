"""The blocks of a note, line by line, by CommonMark's own strategy."""
