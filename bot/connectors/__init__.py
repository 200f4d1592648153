"""Other systems, one file each, over one HTTP client; they know neither the store nor Slack."""
