"""The local Slack over HTTP and WebSocket: Web API, Socket Mode, OAuth, and the page's own API."""
