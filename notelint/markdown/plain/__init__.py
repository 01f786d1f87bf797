"""Notes that are plain, read off their lines: no tree is made, and no mistune needed."""
