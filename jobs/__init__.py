"""What the worker does at each tick; each job is a few lines that call one flow."""
