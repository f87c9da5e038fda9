"""socialmap: a municipality's social map as a static site."""
