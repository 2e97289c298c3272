"""The command ``koodrive undo``: takes back what one create, or a whole batch, has made."""
