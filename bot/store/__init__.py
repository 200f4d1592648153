"""What Alongside remembers: tables, and queries by noun that give back domain values."""
