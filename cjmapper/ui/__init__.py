"""The window: widgets that show a session and pass on what a person does; they decide nothing."""
