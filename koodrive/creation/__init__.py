"""One create: duplicate check, intent, request, outcome; and the search for creates whose answers were lost."""
