"""The two ways in: the command line and the MkDocs plugin. Thin: they parse, call the pipeline, and exit."""
