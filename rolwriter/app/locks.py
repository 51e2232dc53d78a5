"""Who has a project open, for the window to ask about."""

from rolwriter.storage.lock import Holder, ProjectLock, take

__all__ = ["Holder", "ProjectLock", "take"]
