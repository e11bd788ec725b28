"""The one table of commands: menus, toolbars, palette, key sheet and tests read it.

One module for each group of commands; `table` joins them. No widget and no sentence stands here.
"""

from cjmapper.editor.actions.action import Action
from cjmapper.editor.actions.table import ACTIONS, action, run_shortcut

__all__ = ["ACTIONS", "Action", "action", "run_shortcut"]
