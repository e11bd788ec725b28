"""The export, open and save dialogs, and the settings.

Codes: `export.`, `dialog.` and `setting.<name of the option>`.
"""

from cjmapper.words.sentence import Table

SENTENCES: Table = {
    "export.format": "File type",
    "export.paper": "Paper",
    "export.orientation": "Orientation",
    "export.language": "Words on the map",
    "export.language_document": "As the map",
    "export.maps": "Maps",
    "export.this_map": "This map",
    "export.progress": "Making {name}…",
    "export.choose_file": "Where should it be saved?",
    "dialog.open_title": "Open a map",
    "dialog.save_title": "Save the map",
    "dialog.filter_map_or_poster": "Maps, and posters with their map",
    "dialog.filter_map": "Journey maps",
    "dialog.filter_all": "All files",
    "dialog.filter_pdf": "PDF poster",
    "dialog.filter_png": "PNG picture",
    "dialog.filter_pictures": "Pictures",
    "dialog.choose_pictures": "Choose pictures",
    "dialog.filter_svg": "SVG drawing",
    "dialog.filter_html": "Readable text page",
    "dialog.unsaved": "“{name}” has changes that are not saved.",
    "dialog.unsaved_save": "Save",
    "dialog.unsaved_discard": "Don’t save",
    "dialog.about_text": "Customer journey maps, drawn by hand and printed as posters. Offline.",
    "dialog.version": "Version {version}",
    "setting.language": "Language of the window",
    "setting.theme": "Light, dark or high contrast",
    "setting.ui_size": "Size of text and buttons",
    "setting.wheel": "What the mouse wheel does",
    "setting.motion": "Whether things glide to their places",
    "setting.inspector_shown": "Whether the inspector is shown",
    "setting.recent_files": "Maps opened last",
    "setting.window_geometry": "Where the window stood",
    "setting.export_folder": "Folder of the last export",
    "setting.export_paper": "Paper of the last export",
    "setting.export_orientation": "Orientation of the last export",
    "setting.export_dpi": "Dots per inch of the last picture",
    "setting.export_format": "File type of the last export",
}
