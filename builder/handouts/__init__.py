"""Print: handouts, quiz sheets, answer keys and teacher guides, from the curriculum to PDFs.

`pieces.pieces` says what there is to print; `typeset.typeset` prints it here, a `workshop.Workshop` on all processors. A press in
another process imports this package too, so nothing is imported here.
"""
