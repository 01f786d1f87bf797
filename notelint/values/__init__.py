"""What everything else is made of: text and places in it, findings, edits, errors. No I/O."""
