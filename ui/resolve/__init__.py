"""Lost answers in the window: searches, notice, and the dialog for manual decisions."""
