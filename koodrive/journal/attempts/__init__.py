"""The table of the attempts: intents, outcomes, and what is known of those that are open or were taken back."""
