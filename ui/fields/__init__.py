"""The inputs of the create forms."""
