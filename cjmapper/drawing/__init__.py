"""How a map looks, as data: few primitives with resolved colours and placed text, in millimetres."""
