"""RTF: the words of a Rich Text file.

Own code and no library: striprtf, the kept one, drops footnotes, headers, text
boxes and list numbers in silence, keeps deleted and hidden text, and writes link
addresses into the sentences.
"""

from __future__ import annotations

from rolwriter.readers.rtf.interpret import read_rtf

__all__ = ["read_rtf"]
