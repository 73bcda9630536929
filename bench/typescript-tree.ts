/** Writes an Express project in TypeScript of a given size: the same bytes for the same size. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { commitAll, NOUNS, numbers } from './tree.ts';

function modelFile(title: string, fields: readonly string[]): string {
  return `import { z } from 'zod';

export const ${title}Input = z.object({
${fields.map((field) => `  ${field}: z.string().min(1).max(200),`).join('\n')}
});

export interface ${title} extends z.infer<typeof ${title}Input> {
  readonly id: number;
  readonly ownerId: number;
  readonly createdAt: Date;
}
`;
}

function serviceFile(name: string, title: string): string {
  return `import { pool } from '../database.js';
import type { ${title} } from '../models/${name}.js';

export class ${title}Service {
  async list(ownerId: number): Promise<readonly ${title}[]> {
    const { rows } = await pool.query<${title}>('SELECT * FROM ${name}s WHERE owner_id = $1', [ownerId]);
    return rows.map((row) => ({ ...row, createdAt: new Date(row.createdAt) }));
  }

  async create(ownerId: number, input: Omit<${title}, 'id' | 'ownerId' | 'createdAt'>): Promise<${title}> {
    const { rows } = await pool.query<${title}>('INSERT INTO ${name}s (owner_id, body) VALUES ($1, $2) RETURNING *', [
      ownerId,
      JSON.stringify(input),
    ]);
    const [row] = rows;
    if (!row) throw new Error(\`no ${name} was made for \${ownerId}\`);
    return row;
  }
}
`;
}

function routerFile(name: string, title: string): string {
  return `import { type Request, type Response, Router } from 'express';
import { requireUser } from '../auth.js';
import { ${title}Input } from '../models/${name}.js';
import { ${title}Service } from '../services/${name}.js';

const service = new ${title}Service();
export const ${name}Router = Router();

${name}Router.get('/', requireUser, async (request: Request, response: Response) => {
  response.json(await service.list(request.user.id));
});

${name}Router.post('/', requireUser, async (request: Request, response: Response) => {
  const input = ${title}Input.safeParse(request.body);
  if (!input.success) return response.status(422).json({ errors: input.error.issues });
  try {
    return response.status(201).json(await service.create(request.user.id, input.data));
  } catch (error) {
    console.error('could not create', error);
    return response.status(500).json({ error: 'try again later' });
  }
});
`;
}

/** Writes `count` source files, and makes the folder a Git repository. */
export function writeTypeScriptTree(folder: string, count: number): void {
  const below = numbers(count);
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const names: string[] = [];
  for (let index = 0; names.length * 3 + 3 < count; index++) {
    const name = `${NOUNS[index % NOUNS.length]}${index}`;
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    names.push(name);
    write(
      `src/models/${name}.ts`,
      modelFile(
        title,
        Array.from({ length: 3 + below(5) }, (_, at) => `field${at}`),
      ),
    );
    write(`src/services/${name}.ts`, serviceFile(name, title));
    write(`src/routes/${name}.ts`, routerFile(name, title));
  }
  write('src/database.ts', "import { Pool } from 'pg';\n\nexport const pool = new Pool();\n");
  write(
    'src/auth.ts',
    `import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireUser(request: Request, response: Response, next: NextFunction): void {
  const [, token = ''] = (request.headers.authorization ?? '').split(' ');
  try {
    request.user = jwt.verify(token, process.env.SECRET ?? '');
    next();
  } catch {
    response.status(401).json({ error: 'sign in' });
  }
}
`,
  );
  write(
    'src/main.ts',
    `import express from 'express';
${names.map((name) => `import { ${name}Router } from './routes/${name}.js';`).join('\n')}

const app = express();
app.use(express.json());
${names.map((name) => `app.use('/${name}s', ${name}Router);`).join('\n')}
app.listen(3000);
`,
  );
  write(
    'package.json',
    '{ "name": "bench", "dependencies": { "express": "5.0.0", "pg": "8.0.0", "zod": "4.0.0", "jsonwebtoken": "9.0.0" } }\n',
  );
  write('README.md', '# Bench blog\n\nA blog API that exists to be measured.\n');
  commitAll(folder);
}
