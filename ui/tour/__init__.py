"""A walk through the main job by mouse and keyboard that takes the pictures of the documents."""
