"""Files: what a document looks like on disk and how it gets there unharmed. Knows no window."""
