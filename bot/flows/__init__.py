"""What Alongside does, one verb a file; no Slack and no HTTP here."""
