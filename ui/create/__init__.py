"""The pages New album and New shared folder: form, submission, result and request preview."""
