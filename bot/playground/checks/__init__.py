"""What Slack accepts in a message or a view, and what it refuses."""
