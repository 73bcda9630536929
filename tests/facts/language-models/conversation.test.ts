import { expect, it } from 'vitest';
import { readInterfaces } from '../../../src/facts/interfaces/interfaces.ts';
import { readConversation } from '../../../src/facts/language-models/conversation/conversation.ts';
import { readModelAnswers } from '../../../src/facts/language-models/model-answers.ts';
import { readModelCalls } from '../../../src/facts/language-models/models/language-models.ts';
import { readRoutes } from '../../../src/facts/web/routes/routes.ts';
import { programOf } from '../../support/program.ts';

async function kept(sources: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const program = await programOf(sources);
  const routes = readRoutes(program);
  const models = readModelCalls(program);
  const answers = readModelAnswers(program, routes, readInterfaces(program, []), models);
  return readConversation(program, answers, routes).map((one) => `${one.kept} ${one.file.path}:${one.line}`);
}

it('follows messages from a table through two functions into the model', async () => {
  expect(
    await kept({
      'history.py': `from models import Message
def recent(db, session):
    rows = db.query(Message).filter(Message.session == session).all()
    return [{"role": row.role, "content": row.content} for row in rows]`,
      'main.py': `from fastapi import FastAPI
from openai import OpenAI
from history import recent
from db import get_db
app = FastAPI()
def answer(messages):
    return OpenAI().chat.completions.create(model="m", messages=messages)
@app.post("/ask")
def ask(session: str, question: str):
    return answer(recent(get_db(), session) + [{"role": "user", "content": question}])`,
    }),
  ).toContain('store history.py:3');
});

it('takes what another call answers for no part of the request', async () => {
  const found = await kept({
    'route.ts': `import OpenAI from 'openai';
import { lookUp } from './channel';
export async function POST(request: Request) {
  const { channel } = await request.json();
  const page = await lookUp(channel);
  const messages = page.messages;
  return Response.json(await new OpenAI().chat.completions.create({ model: 'm', messages }));
}`,
  });
  expect(found.filter((one) => one.startsWith('client'))).toEqual([]);
});

it('knows a dictionary of the process from a store', async () => {
  expect(
    await kept({
      'main.py': `from flask import Flask, request
import ollama
app = Flask(__name__)
histories = {}
@app.post("/ask")
def ask():
    turns = histories.setdefault(request.json["session"], [])
    turns.append({"role": "user", "content": request.json["question"]})
    return ollama.chat(model="m", messages=turns)`,
    }),
  ).toEqual(['process main.py:7']);
});
