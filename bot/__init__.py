"""Alongside: a Slack app that nudges sellers toward customer-first habits."""
