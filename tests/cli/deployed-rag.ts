/** Questions on documents, with an image, a pipeline and a place where it runs. */
export const DEPLOYED_RAG = {
  'README.md':
    '# docs-rag\n\nRetrieval augmented answers from your documents, deployed on Fly at https://docs-rag.fly.dev.\n\n## Deployment\n\nPush to main.\n',
  'requirements.txt': 'fastapi\nuvicorn\nopenai\nqdrant-client\nsentry-sdk\nstructlog\n',
  'app/__init__.py': '',
  'app/main.py': `import os

import sentry_sdk
import structlog
from fastapi import FastAPI, UploadFile
from openai import OpenAI
from qdrant_client import QdrantClient
from qdrant_client.models import FieldCondition, Filter, MatchValue, PointStruct

sentry_sdk.init(dsn=os.environ["SENTRY_DSN"])
structlog.configure(processors=[structlog.processors.JSONRenderer()])
log = structlog.get_logger()
app = FastAPI()
client = OpenAI()
store = QdrantClient(url=os.environ["QDRANT_URL"], api_key=os.environ["QDRANT_API_KEY"])


def embed(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def chunks(text: str, size: int = 800, overlap: int = 100) -> list[str]:
    return [text[at : at + size] for at in range(0, len(text), size - overlap)]


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.post("/documents")
async def upload(file: UploadFile) -> dict[str, int]:
    text = (await file.read()).decode()
    parts = chunks(text)
    store.upsert(
        "docs",
        points=[
            PointStruct(id=number, vector=embed(part), payload={"file": file.filename, "text": part})
            for number, part in enumerate(parts)
        ],
    )
    log.info("stored", file=file.filename, chunks=len(parts))
    return {"chunks": len(parts)}


@app.get("/ask")
def ask(question: str, file: str) -> dict[str, object]:
    hits = store.query_points(
        "docs",
        query=embed(question),
        query_filter=Filter(must=[FieldCondition(key="file", match=MatchValue(value=file))]),
    ).points
    context = "\\n".join(hit.payload["text"] for hit in hits)
    answer = client.chat.completions.create(
        model="gpt-4o-mini", messages=[{"role": "user", "content": context + question}]
    )
    return {"answer": answer.choices[0].message.content, "sources": [hit.payload["file"] for hit in hits]}
`,
  'tests/test_main.py':
    'from fastapi.testclient import TestClient\n\nfrom app.main import app\n\n\ndef test_health():\n    assert TestClient(app).get("/health").status_code == 200\n',
  '.env.example': 'QDRANT_URL=https://x.cloud.qdrant.io\nQDRANT_API_KEY=\nSENTRY_DSN=\nOPENAI_API_KEY=\n',
  '.gitignore': '.env\n',
  Dockerfile:
    'FROM python:3.12-slim\nWORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY app app\nCMD ["uvicorn", "app.main:app", "--host", "0.0.0.0"]\n',
  'fly.toml': 'app = "docs-rag"\n[http_service]\n  internal_port = 8000\n',
  '.github/workflows/deploy.yml':
    'on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: pip install -r requirements.txt pytest httpx && pytest\n      - run: flyctl deploy --remote-only\n',
};
