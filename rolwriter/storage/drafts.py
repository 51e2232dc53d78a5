"""A draft's bytes: a small project file of its own, without what never changes.

It is packed once, when it is kept, and stands in the project's file as it is: saving
fifty drafts costs their copying, not their packing.
"""

from __future__ import annotations

from dataclasses import replace

from rolwriter.model.project import Leftover, Project
from rolwriter.storage.codec import from_parts, to_parts
from rolwriter.storage.container import pack, unpack


def pack_draft(project: Project) -> bytes:
    """The project without its sources and drafts; same content, same bytes."""
    bare = replace(
        project,
        sources=(),
        drafts=(),
        next_id=1,  # counts on though nothing is changed
        leftover=Leftover({}, project.leftover.keys),
    )
    return pack(to_parts(bare))


def unpack_draft(data: bytes, now: Project) -> Project:
    """The project as the draft holds it, with the sources and drafts there are now.

    RolwriterError when the bytes are damaged.
    """
    then = from_parts(unpack(data))
    return replace(
        then,
        sources=now.sources,
        drafts=now.drafts,
        next_id=now.next_id,
        leftover=Leftover(now.leftover.members, then.leftover.keys),
    )
