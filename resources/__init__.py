"""Files that the app carries with it: style sheet, icons, translations and the OpenAPI description."""
