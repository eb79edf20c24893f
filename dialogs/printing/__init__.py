"""A result on paper: its text read back into headings and lines, and set as a PDF.

fpdf2 and its fonts are loaded by `pdf` alone, which is imported when a PDF is made.
"""

from dialogs.printing.contents import Contents, Line, Part, language_of, read

__all__ = ["Contents", "Line", "Part", "language_of", "read"]
