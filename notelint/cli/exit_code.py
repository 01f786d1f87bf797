"""What a command tells the shell."""

FOUND = 1  # findings remain
FAILED = 2  # notelint could not do what was asked
INTERRUPTED = 130  # what a shell makes of ctrl-c
