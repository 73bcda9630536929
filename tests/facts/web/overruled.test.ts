/** A status that a handler around turns into another is not answered. */
import { describe, expect, test } from 'vitest';
import { isOverruled } from '../../../src/facts/web/overruled.ts';
import { readStatuses } from '../../../src/facts/web/statuses.ts';
import { programOf } from '../../support/program.ts';

/** The statuses that reach whoever asked. */
async function sent(files: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const program = await programOf(files);
  return readStatuses(program).flatMap((answer) => (isOverruled(program, answer) ? [] : [answer.status]));
}

const ROUTE = `from fastapi import FastAPI, HTTPException
app = FastAPI()


@app.get("/posts/{post_id}")
def read(post_id: int):
    try:
        post = find(post_id)
        if post is None:
            raise HTTPException(
                status_code=404, detail="no such post"
            )
        return post
`;

describe('in Python', () => {
  test.each([
    [
      'everything becomes a 500',
      '    except Exception as error:\n        raise HTTPException(status_code=500, detail=str(error))\n',
      [500],
    ],
    ['a bare handler answers 500', '    except:\n        return {"error": "x"}, 500\n', [500]],
    [
      'the errors of HTTP are raised again before',
      '    except HTTPException:\n        raise\n    except Exception:\n        raise HTTPException(status_code=500)\n',
      [404, 500],
    ],
    [
      'the handler raises again what it caught',
      '    except Exception as error:\n        if isinstance(error, HTTPException):\n            raise\n        raise HTTPException(status_code=500)\n',
      [404, 500],
    ],
    [
      'only another kind is handled',
      '    except ValueError:\n        raise HTTPException(status_code=500)\n',
      [404, 500],
    ],
    [
      'everything becomes a 400',
      '    except Exception:\n        raise HTTPException(status_code=400)\n',
      [400],
    ],
    [
      'the status is taken over',
      '    except Exception as error:\n        raise HTTPException(getattr(error, "status_code", 500))\n',
      [404],
    ],
  ] as const)('%s', async (_, handler, expected) => {
    expect(await sent({ 'main.py': ROUTE + handler })).toEqual(expected);
  });

  test('what is raised in a function that only such a handler calls', async () => {
    const files = {
      'main.py': `from fastapi import FastAPI, HTTPException
from service import load
app = FastAPI()


@app.get("/posts/{post_id}")
def read(post_id: int):
    try:
        return load(post_id)
    except Exception:
        raise HTTPException(status_code=500)
`,
      'service.py': `from fastapi import HTTPException


def load(post_id):
    raise HTTPException(status_code=404)
`,
    };
    expect(await sent(files)).toEqual([500]);
    const direct = `${files['main.py']}

@app.delete("/posts/{post_id}")
def remove(post_id: int):
    return load(post_id)
`;
    expect(await sent({ ...files, 'main.py': direct })).toEqual([500, 404]);
  });

  test('an own error and its base', async () => {
    const text = `from fastapi import HTTPException


class Missing(HTTPException):
    pass


def read(post_id):
    try:
        raise Missing(status_code=404)
    except HTTPException as error:
        raise HTTPException(status_code=500)
`;
    expect(await sent({ 'main.py': text })).toEqual([500]);
  });

  test('an error that a call raises by itself', async () => {
    const text = `from flask import abort, jsonify


def read(post_id):
    try:
        abort(404)
    except Exception as error:
        return jsonify(error=str(error)), 500
`;
    expect(await sent({ 'main.py': text })).toEqual([500]);
  });

  test('what is returned is answered', async () => {
    const text = `def read(post_id):
    try:
        return JSONResponse(status_code=404)
    except Exception:
        return JSONResponse(status_code=500)
`;
    expect(await sent({ 'main.py': text })).toEqual([404, 500]);
  });
});

describe('in TypeScript', () => {
  const service = (handler: string) => `
import { InternalServerErrorException, NotFoundException } from '@nestjs/common';
export class Posts {
  async read(id: string) {
    try {
      const post = await this.store.find(id);
      if (!post) throw new NotFoundException('no such post');
      return post;
    } catch (error) {
      ${handler}
    }
  }
}
`;

  test.each([
    ['everything becomes a 500', "throw new InternalServerErrorException('failed');", [500]],
    ['it is thrown again', 'throw error;', [404]],
    [
      'the handler tells them apart',
      "if (error instanceof NotFoundException) throw error;\n      throw new InternalServerErrorException('failed');",
      [404, 500],
    ],
    ['a handler of all errors is asked', 'next(error);', [404]],
  ] as const)('%s', async (_, handler, expected) => {
    expect(await sent({ 'posts.ts': service(handler) })).toEqual(expected);
  });

  test('Express sends what it answers at once', async () => {
    const text = `
app.get('/posts/:id', async (req, res) => {
  try {
    const post = await find(req.params.id);
    if (!post) return res.status(404).json({ error: 'not found' });
    if (post.hidden) throw createError(403);
    res.json(post);
  } catch (error) {
    res.status(500).json({ error: error.message });
  }
});
`;
    expect(await sent({ 'app.ts': text })).toEqual([404, 500]);
  });
});
