"""Reports: what a run found, as characters. One module for each format."""
