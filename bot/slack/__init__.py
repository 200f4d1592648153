"""Everything that speaks Slack: what comes in, what is shown, and the one caller of its Web API."""
