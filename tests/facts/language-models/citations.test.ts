import { expect, it } from 'vitest';
import { readInterfaces } from '../../../src/facts/interfaces/interfaces.ts';
import { readCitations } from '../../../src/facts/language-models/citations.ts';
import { readModelAnswers } from '../../../src/facts/language-models/model-answers.ts';
import { readModelCalls } from '../../../src/facts/language-models/models/language-models.ts';
import { readVectorStores } from '../../../src/facts/language-models/vector-stores/vector-stores.ts';
import { readRoutes } from '../../../src/facts/web/routes/routes.ts';
import { programOf } from '../../support/program.ts';

const STORE = `import chromadb
docs = chromadb.PersistentClient(path="db").get_collection("docs")
def search(question):
    hits = docs.query(query_texts=[question], n_results=3)
    return list(zip(hits["documents"][0], hits["metadatas"][0]))`;

async function cited(answer: string): Promise<readonly boolean[]> {
  const program = await programOf({
    'store.py': STORE,
    'main.py': `from fastapi import FastAPI
from openai import OpenAI
from store import search
app = FastAPI()
def ask_model(found, question):
    context = "\\n".join(text for text, meta in found)
    return OpenAI().responses.create(model="m", input=context + question).output_text
@app.post("/ask")
def ask(question: str):
    found = search(question)
    answer = ask_model(found, question)
    return ${answer}`,
  });
  const routes = readRoutes(program);
  const models = readModelCalls(program);
  const answers = readModelAnswers(program, routes, readInterfaces(program, []), models);
  return readCitations(program, answers, models, readVectorStores(program)).map((one) => one.identified);
}

it.each([
  ['the file of each hit', '{"answer": answer, "sources": [meta["file"] for text, meta in found]}', [true]],
  ['the hits as they are, with their metadata', '{"answer": answer, "hits": found}', [true]],
  ['the answer alone, though the model read the hits', '{"answer": answer}', []],
  ['something else with such a name', '{"answer": answer, "title": "Answer"}', []],
] as const)('%s', async (_, answer, expected) => {
  expect(await cited(answer)).toEqual(expected);
});
