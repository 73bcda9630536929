import { expect, it } from 'vitest';
import { type ModelCall, readModelCalls } from '../../../src/facts/language-models/models/language-models.ts';
import { programOf } from '../../support/program.ts';

async function modelsOf(path: string, text: string): Promise<readonly ModelCall[]> {
  return readModelCalls(await programOf({ [path]: text }));
}
const said = (calls: readonly ModelCall[]): string[] =>
  calls.map((one) => `${one.purpose} ${one.library}${one.streams ? ' streams' : ''} :${one.call.call.line}`);

const PYTHON: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'OpenAI, streamed and not',
    `from openai import OpenAI
client = OpenAI()
a = client.chat.completions.create(model="m", messages=[])
b = client.chat.completions.create(model="m", messages=[], stream=True)
c = client.embeddings.create(model="e", input=["x"])`,
    ['chat openai :3', 'chat openai streams :4', 'embedding openai :5'],
  ],
  [
    'a client that was handed in',
    `class Answerer:
    def __init__(self, client):
        self.client = client
    def ask(self, text):
        return self.client.chat.completions.create(model="m", messages=[text])`,
    ['chat openai :5'],
  ],
  [
    'a flag that a caller sets',
    `import litellm
def ask(messages, stream=False):
    return litellm.completion(model="m", messages=messages, stream=stream)
def tell():
    return ask([], stream=True)`,
    ['chat litellm streams :3'],
  ],
  [
    'a pipe of runnables',
    `from langchain_openai import ChatOpenAI
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.output_parsers import StrOutputParser
prompt = ChatPromptTemplate.from_template("{x}")
def build():
    llm = ChatOpenAI()
    return prompt | llm | StrOutputParser()
chain = build()
chain.invoke({"x": 1})
text = prompt.invoke({"x": 1})
async def tokens():
    async for token in chain.astream({"x": 1}):
        yield token`,
    ['chat langchain :9', 'chat langchain streams :12'],
  ],
  [
    'retrievers run no model',
    `from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings
store = Chroma(embedding_function=OpenAIEmbeddings())
docs = store.as_retriever().invoke("question")`,
    [],
  ],
  [
    'plain HTTP',
    `import os, requests
BASE = os.getenv("OLLAMA_URL", "http://localhost:11434")
requests.post(f"{BASE}/api/chat", json={"model": "m", "messages": [], "stream": True})
requests.post("https://api.example.org/api/chat", json={})`,
    ['chat ollama streams :3'],
  ],
  [
    'Gemini, Anthropic and Bedrock',
    `import boto3
import anthropic
import google.generativeai as genai
model = genai.GenerativeModel("g")
model.generate_content("x", stream=True)
anthropic.Anthropic().messages.create(model="c", messages=[])
boto3.client("bedrock-runtime").converse_stream(modelId="n", messages=[])`,
    ['chat google streams :5', 'chat anthropic :6', 'chat bedrock streams :7'],
  ],
  [
    'engines of an index',
    `from llama_index.core import VectorStoreIndex
index = VectorStoreIndex.from_documents([])
engine = index.as_chat_engine()
engine.stream_chat("x")`,
    ['embedding llamaindex :2', 'chat llamaindex streams :4'],
  ],
  [
    'comments, strings and an import alone are no call',
    `from openai import OpenAI
# client.chat.completions.create(model="m")
TEXT = "client.chat.completions.create(model='m')"`,
    [],
  ],
];

it.each(PYTHON)('%s', async (_, text, expected) => {
  expect(said(await modelsOf('main.py', text))).toEqual(expected);
});

it('reads OpenAI and the AI SDK in TypeScript', async () => {
  const calls = await modelsOf(
    'app/api/chat/route.ts',
    `import OpenAI from 'openai';
import { streamText } from 'ai';
const client = new OpenAI();
export async function POST(request: Request) {
  const { messages } = await request.json();
  await client.chat.completions.create({ model: 'm', messages, stream: true });
  return streamText({ model: 'x', messages }).toDataStreamResponse();
}`,
  );
  expect(said(calls)).toEqual(['chat openai streams :6', 'chat ai streams :7']);
  expect(calls[0]?.model).toMatchObject({ kind: 'literal', value: 'm' });
  expect(calls[0]?.inputs).toMatchObject([{ kind: 'name', name: 'messages' }]);
});
