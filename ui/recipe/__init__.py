"""The page Folder with album: two creates, one after the other."""
