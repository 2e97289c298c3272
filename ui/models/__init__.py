"""Qt item models over what koodrive stores."""
