"""What the page Create many is made of: views and their parts, which know neither journal nor service."""
