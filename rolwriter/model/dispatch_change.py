"""Changes of what goes around the text, and of the record of where it went."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rolwriter.model.change import Change, id_number
from rolwriter.model.dispatch import Delivery, Dispatch
from rolwriter.model.project import Project


@dataclass(frozen=True, slots=True)
class SetDispatch:
    """Replace the 发文信息; the text is not touched."""

    dispatch: Dispatch

    def apply(self, project: Project) -> Project:
        """The project with the new elements."""
        return replace(project, dispatch=self.dispatch)

    def inverse(self, project: Project) -> Change:
        """The elements it had."""
        return SetDispatch(project.dispatch)


@dataclass(frozen=True, slots=True)
class SetDeliveries:
    """Replace the record of 报送 and 公开."""

    deliveries: tuple[Delivery, ...]

    def apply(self, project: Project) -> Project:
        """The project with the new record; ids it uses are marked as used."""
        beyond = 1 + max((id_number(delivery.id) for delivery in self.deliveries), default=0)
        return replace(project, deliveries=self.deliveries, next_id=max(project.next_id, beyond))

    def inverse(self, project: Project) -> Change:
        """The record it had."""
        return SetDeliveries(project.deliveries)
