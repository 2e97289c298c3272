"""The connection in use: token, renewal, sign-in prompt, spaces and folder names."""
