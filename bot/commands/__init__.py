"""What `alongside …` can do on the command line, one command a file."""
