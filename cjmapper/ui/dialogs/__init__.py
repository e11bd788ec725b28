"""What stands beside the window for a while: export, the one question, choosing files."""
