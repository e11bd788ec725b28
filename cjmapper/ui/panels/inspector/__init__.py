"""The panel that shows what is selected, field by field; each field is one edit, at once."""
