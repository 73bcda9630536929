"""What a task is."""

from dataclasses import asdict, dataclass


@dataclass
class Task:
    number: int
    title: str
    priority: int = 2
    done: bool = False

    def to_row(self) -> dict:
        return asdict(self)

    @classmethod
    def from_row(cls, row: dict) -> "Task":
        return cls(
            number=row["number"],
            title=row["title"],
            priority=row.get("priority", 2),
            done=row.get("done", False),
        )
