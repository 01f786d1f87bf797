"""What blocks and inlines share: escapes, destinations, HTML, and what is taken from mistune."""
