"""A small task manager for the terminal."""
