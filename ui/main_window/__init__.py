"""The window: navigation, pages and their wiring, messages, shutdown."""
