"""How the window looks: colours, sizes, fonts, icons. Nothing here knows of maps."""
