import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../../src/facts/web/routes/answers.ts';
import { readRoutes } from '../../../../src/facts/web/routes/routes.ts';
import type { Value } from '../../../../src/program/file.ts';
import { programOf } from '../../../support/program.ts';

/** What the only route answers with, as short text. */
async function answers(path: string, text: string): Promise<string[]> {
  const program = await programOf({ [path]: text });
  const [route] = readRoutes(program);
  if (!route?.handler) throw new Error('no route with a handler');
  return answersOf(program, route.handler).map(({ value }) => said(value));
}

function said(value: Value): string {
  if (value.kind === 'literal') return String(value.value);
  return value.kind === 'name' ? value.name : value.kind;
}

describe('answersOf', () => {
  it.each<[string, string, string, string[]]>([
    [
      'returned',
      'a.py',
      'from fastapi import FastAPI\napp = FastAPI()\n@app.get("/")\ndef f():\n    log.json(1)\n    return {"a": 1}\n',
      ['dict'],
    ],
    [
      'sent through a chained response',
      'a.ts',
      "import express from 'express';\nconst app = express();\napp.get('/', (req, res) => { cache.send(2); res.status(201).json(row); });",
      ['row'],
    ],
    [
      'sent in a nested callback',
      'a.js',
      "const app = require('express')();\napp.get('/', (req, res) => { find((row) => res.send(row)); });",
      ['row'],
    ],
    [
      'over a socket',
      'a.py',
      'from fastapi import FastAPI, WebSocket\napp = FastAPI()\n@app.websocket("/ws")\nasync def f(websocket: WebSocket):\n    await websocket.send_text(token)\n',
      ['token'],
    ],
  ])('%s', async (_, path, text, expected) => {
    expect(await answers(path, text)).toEqual(expect.arrayContaining(expected));
    expect(await answers(path, text)).not.toContain('2');
  });
});
