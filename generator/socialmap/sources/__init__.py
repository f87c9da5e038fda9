"""Reading `data/`: files in, raw records and problems out. Knows YAML, CSV and the folder; nothing of rules."""
