"""What a journey map says: values, edits and rules. Knows no window, no paper and no file."""
