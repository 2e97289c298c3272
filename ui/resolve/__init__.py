"""Lost answers in the window: searches, notice, and the dialog in which people decide."""
