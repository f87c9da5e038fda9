"""Plain text work that every floor may use: folding, slugs and nearly known words. Standard library only."""
