"""Text that people and spreadsheets write: tagged lines, tables, and our own JSON."""
