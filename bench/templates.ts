/** Python files of a web application, varied by numbers that are handed in. */

/** A whole number from 0 up to, but without, the given one. */
export type Numbers = (below: number) => number;

const FIELDS = ['title', 'body', 'status', 'email', 'amount', 'city', 'note', 'score', 'phone', 'slug'];
const TYPES = ['str', 'int', 'float', 'bool', 'str | None', 'list[str]', 'datetime'];

function title(name: string): string {
  return name
    .split('_')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

export function mainFile(routers: readonly string[]): string {
  const names = routers.map((line) => line.slice(line.lastIndexOf(' ') + 1));
  return `import logging

from fastapi import FastAPI

${routers.join('\n')}

logging.basicConfig(level=logging.INFO)
app = FastAPI(title="bench")
${names.map((name) => `app.include_router(${name}.router, prefix="/${name}s")`).join('\n')}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}
`;
}

function fieldsOf(below: Numbers): readonly (readonly [string, string])[] {
  const start = below(FIELDS.length);
  return Array.from({ length: 4 + below(4) }, (_, index) => [
    FIELDS[(start + index) % FIELDS.length] ?? 'title',
    TYPES[below(TYPES.length)] ?? 'str',
  ]);
}

export function modelFile(name: string, below: Numbers): string {
  const fields = fieldsOf(below);
  return `from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel, Field
from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class ${title(name)}(Base):
    """A ${name} as it is stored."""

    __tablename__ = "${name}s"
    id: Mapped[int] = mapped_column(primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    owner: Mapped["User"] = relationship(back_populates="${name}s")
${fields.map(([field]) => `    ${field}_text: Mapped[str] = mapped_column(String(${50 + below(200)}))`).join('\n')}


class ${title(name)}In(BaseModel):
${fields.map(([field, type]) => `    ${field}: ${type}${type === 'str' ? ` = Field(min_length=1, max_length=${below(90) + 10})` : ''}`).join('\n')}


@dataclass
class ${title(name)}Summary:
    count: int = 0
    seen: list[datetime] = field(default_factory=list)

    def add(self, when: datetime) -> None:
        # One more, and when it came.
        self.count += 1
        self.seen.append(when)
`;
}

export function routerFile(name: string, module: string, below: Numbers): string {
  const cls = title(name);
  return `import logging
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, status

from ${module}.models.${name} import ${cls}, ${cls}In
from ${module}.services import ${name} as service

logger = logging.getLogger(__name__)
router = APIRouter(tags=["${name}"])


@router.get("/")
def list_all(limit: int = ${10 + below(90)}, offset: int = 0) -> list[dict]:
    rows = service.find_all(limit, offset)
    return [{"id": row.id, "owner": row.owner_id} for row in rows]


@router.post("/", status_code=status.HTTP_201_CREATED)
def create(data: ${cls}In, found: Annotated[int, Depends(service.current_owner)]) -> dict:
    try:
        row = service.create(found, data.model_dump())
    except ValueError as error:
        logger.warning("refused: %s", error)
        raise HTTPException(status_code=422, detail=str(error)) from error
    return {"id": row.id}


@router.get("/{number}")
def read(number: int) -> dict:
    row = service.find(number)
    if row is None:
        raise HTTPException(status_code=404, detail="no such ${name}")
    return {"id": row.id, "owner": row.owner_id}


@router.delete("/{number}", status_code=204)
def delete(number: int, found: Annotated[int, Depends(service.current_owner)]) -> None:
    row = service.find(number)
    if row is None or row.owner_id != found:
        raise HTTPException(status_code=403, detail="not yours")
    service.delete(row)
    logger.info("${name} %s deleted by %s", number, found)
`;
}

export function serviceFile(name: string, module: string, below: Numbers): string {
  const cls = title(name);
  const rules = Array.from({ length: 6 + below(12) }, (_, index) => {
    const field = FIELDS[(index + below(3)) % FIELDS.length];
    return `
def check_${field}_${index}(values: dict[str, object]) -> object:
    value = values.get("${field}")
    if value is None or value == "":
        raise ValueError(f"${field} of {values!r} is empty")
    for letter in str(value):
        if letter in "${'<>&%'.slice(0, 1 + below(4))}" and len(str(value)) > ${below(40)}:
            return str(value).replace(letter, "")
    return value
`;
  });
  return `import os
from collections.abc import Sequence

import jwt
from sqlalchemy import create_engine, select
from sqlalchemy.orm import Session

from ${module}.models.${name} import ${cls}

engine = create_engine(os.environ.get("DATABASE_URL", "postgresql://localhost/bench"))


def current_owner(token: str = "") -> int:
    claims = jwt.decode(token, os.environ["SECRET_KEY"], algorithms=["HS256"])
    return int(claims["sub"])


def find_all(limit: int, offset: int) -> Sequence[${cls}]:
    with Session(engine) as session:
        return session.scalars(select(${cls}).limit(limit).offset(offset)).all()


def find(number: int) -> ${cls} | None:
    with Session(engine) as session:
        return session.get(${cls}, number)


def create(owner: int, values: dict[str, object]) -> ${cls}:
    with Session(engine) as session:
        row = ${cls}(owner_id=owner, **{f"{key}_text": str(value) for key, value in values.items()})
        session.add(row)
        session.commit()
        return row


def delete(row: ${cls}) -> None:
    with Session(engine) as session:
        session.delete(row)
        session.commit()

${rules.join('\n')}`;
}

export function testFile(name: string): string {
  return `from fastapi.testclient import TestClient

from app.main import app

client = TestClient(app)


def test_${name}_unknown() -> None:
    answer = client.get("/${name}s/999")
    assert answer.status_code == 404
    assert answer.json()["detail"] == "no such ${name}"


def test_${name}_empty() -> None:
    answer = client.post("/${name}s/", json={})
    assert answer.status_code == 422
`;
}
