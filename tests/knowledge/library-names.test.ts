/**
 * What a library means stands in knowledge/, once. Where TypeScript of facts and checks still names one, in a text or a
 * pattern, a budget counts it, and the budget may only fall. After names went:
 * `BUDGET=write npx vitest run tests/knowledge/library-names.test.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';

const BUDGET = new URL('./budget.json', import.meta.url);
const LIBRARIES: readonly string[] = JSON.parse(
  readFileSync(new URL('./libraries.json', import.meta.url), 'utf8'),
);
const NAMED = new RegExp(`(?<![a-z0-9])(?:${LIBRARIES.join('|')})(?![a-z0-9])`, 'gi');

/** The syntax of these frameworks is what these files are for. */
const READERS: Readonly<Record<string, string>> = {
  'facts/web/routes/': 'reads routes out of the syntax of each framework',
  'facts/interfaces/python-frameworks.ts': 'reads widgets out of the syntax of each framework',
  'facts/interfaces/other-python-frameworks.ts': 'reads widgets out of the syntax of each framework',
};

const SOURCE = new URL('../../src/', import.meta.url);

/** How often the texts and patterns of a file name a library. Comments, and what is told to users, may. */
function namesIn(path: string, text: string): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    const inImport = ts.isImportDeclaration(node);
    if (inImport) return;
    if (ts.isStringLiteralLike(node) || ts.isRegularExpressionLiteral(node) || ts.isTemplateHead(node)) {
      const prose = !ts.isRegularExpressionLiteral(node) && /\w+ \w+ \w+/.test(node.text);
      const words = node.text.match(NAMED)?.length ?? 0;
      if (!prose) count += words;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return count;
}

function counts(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const folder of ['facts', 'checks'])
    for (const name of readdirSync(new URL(`${folder}/`, SOURCE), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!path.endsWith('.ts') || Object.keys(READERS).some((reader) => path.startsWith(reader))) continue;
      const count = namesIn(path, readFileSync(new URL(path, SOURCE), 'utf8'));
      if (count > 0) found[path] = count;
    }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('names of libraries in TypeScript', () => {
  const found = counts();
  if (process.env.BUDGET === 'write') writeFileSync(BUDGET, `${JSON.stringify(found, null, 2)}\n`);
  const budget: Readonly<Record<string, number>> = JSON.parse(readFileSync(BUDGET, 'utf8'));

  it('become fewer, file by file: a new one is a row of knowledge/', () => {
    const over = Object.entries(found).filter(([path, count]) => count > (budget[path] ?? 0));
    expect(over.map(([path, count]) => `${path}: ${count}, may be ${budget[path] ?? 0}`)).toEqual([]);
  });

  it('are found in texts and patterns, not in what is told', () => {
    const text = "const a = ['redis.from_url', /flask|x/]; // fastapi\nno('a route of fastapi or flask');";
    expect(namesIn('a.ts', text)).toBe(2);
  });
});
