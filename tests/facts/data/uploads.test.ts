import { describe, expect, it } from 'vitest';
import { readsKind, readUploads } from '../../../src/facts/data/uploads/uploads.ts';
import { readRoutes } from '../../../src/facts/web/routes/routes.ts';
import { programOf } from '../../support/program.ts';

async function uploadsOf(sources: Readonly<Record<string, string>>) {
  const program = await programOf(sources);
  return readUploads(program, readRoutes(program));
}
/** 'via framework path:line kinds', kinds read by which proof they have. */
async function said(sources: Readonly<Record<string, string>>) {
  const kinds = ['csv', 'pdf', 'txt', 'md'] as const;
  return (await uploadsOf(sources)).map((upload) => {
    const read = kinds.filter((kind) => readsKind(upload, kind) !== null);
    return `${upload.via} ${upload.framework} ${upload.file.path}:${upload.line} ${read.join(',')}`;
  });
}

const CELERY = `from celery import Celery
import pandas as pd
queue = Celery()
@queue.task
def ingest(path):
    pd.read_csv(path)
`;

describe('uploads', () => {
  const cases: readonly (readonly [string, Record<string, string>, readonly string[]])[] = [
    [
      'a route whose queued task reads the file',
      {
        'app.py': `from fastapi import FastAPI, UploadFile
from tasks import ingest
app = FastAPI()
@app.post("/files")
async def upload(file: UploadFile):
    ingest.delay(file.filename)
`,
        'tasks.py': CELERY,
      },
      ['route fastapi app.py:5 csv'],
    ],
    [
      'a task queued by its name in another service',
      {
        'api/app.py': `from flask import Flask, request
from celery import Celery
app = Flask(__name__)
queue = Celery()
@app.route("/files", methods=["POST"])
def upload():
    request.files["file"].save("/data/x")
    queue.send_task("worker.tasks.ingest", args=["/data/x"])
`,
        'worker/tasks.py': CELERY,
      },
      ['route flask api/app.py:7 csv'],
    ],
    [
      'text kinds only where they are let in',
      {
        'ui.py': `import streamlit as st
from pypdf import PdfReader
file = st.file_uploader("Document", type=["pdf", "txt"])
if file:
    text = PdfReader(file).pages if file.name.endswith(".pdf") else file.read().decode()
`,
      },
      ['interface streamlit ui.py:3 pdf,txt'],
    ],
    [
      'multer before an Express handler',
      {
        'app.ts': `import express from 'express';
import multer from 'multer';
import Papa from 'papaparse';
const app = express();
const upload = multer();
app.post('/files', upload.single('file'), (req, res) => {
  res.json(Papa.parse(req.file.buffer.toString('utf8')).data);
});
`,
      },
      ['route express app.ts:6 csv'],
    ],
    [
      'a form of a Next.js route',
      {
        'app/api/files/route.ts': `const ALLOWED_TYPES = ['text/plain', 'text/markdown'];
export async function POST(request: Request) {
  const form = await request.formData();
  const file = form.get('file') as File;
  if (!ALLOWED_TYPES.includes(file.type)) return Response.json({}, { status: 415 });
  return Response.json(await file.text());
}
`,
      },
      ['route nextjs app/api/files/route.ts:3 txt,md'],
    ],
    [
      'a form that holds words only is none',
      {
        'app/api/login/route.ts': `export async function POST(request: Request) {
  const form = await request.formData();
  return Response.json({ name: form.get('email') });
}
`,
      },
      [],
    ],
    [
      'a file input of a component',
      {
        'Upload.tsx': `export function Upload() {
  return <input type="file" accept=".pdf" onChange={send} />;
}
`,
      },
      ['interface react Upload.tsx:2 '],
    ],
    ['a text input is none', { 'Name.tsx': 'export const Name = () => <input type="text" />;\n' }, []],
  ];
  it.each(cases)('%s', async (_, sources, expected) => {
    expect(await said(sources)).toEqual(expected);
  });

  it('does not follow a reader that the route never reaches', async () => {
    const [upload] = await uploadsOf({
      'app.py': `from fastapi import FastAPI, UploadFile
import pandas as pd
app = FastAPI()
def unused(path):
    return pd.read_csv(path)
@app.post("/files")
async def upload(file: UploadFile):
    return {"name": file.filename}
`,
    });
    expect(upload?.read).toEqual([]);
  });
});
