"""Slides to edit, from the same tree as the slides for the wall: real placeholders, the script in the notes pane."""
