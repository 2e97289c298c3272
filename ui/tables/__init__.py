"""What the tables of several pages have in common: columns to choose, exports, words after a copy."""
