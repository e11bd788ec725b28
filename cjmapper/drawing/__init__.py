"""How a map looks, as data: few primitives, resolved colours, placed text, in millimetres."""
