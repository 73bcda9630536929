/**
 * What something is called is asked of the linked program and of the roles of knowledge/, not matched against what is
 * written. A budget counts the patterns that are still held against names, file by file, and may only fall. After some
 * went: `BUDGET=write npx vitest run tests/knowledge/written-names.test.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ts } from 'ts-morph';
import { describe, expect, it } from 'vitest';

const BUDGET = new URL('./written-names.json', import.meta.url);
const SOURCE = new URL('../../src/', import.meta.url);
const FOLDERS = ['checks', 'facts', 'program'];
/** Names as the program or the source has them. */
const NAME =
  /(?:^|[.(])(?:\w*[nN]ame|qualifiedName)(?:$|[),.\s])|nameOf\(|lastSegment\(|lastName\(|makerName\(|decoratorNames\(/;

/** How often a file holds a pattern against a name. */
function patternsIn(path: string, text: string): number {
  let count = 0;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [first] = node.arguments;
      const method = node.expression.name.text;
      if ((method === 'test' || method === 'exec') && first && NAME.test(first.getText(source))) count++;
      if (method === 'match' && NAME.test(node.expression.expression.getText(source))) count++;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return count;
}

function counts(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const folder of FOLDERS)
    for (const name of readdirSync(new URL(`${folder}/`, SOURCE), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      const count = path.endsWith('.ts') ? patternsIn(path, readFileSync(new URL(path, SOURCE), 'utf8')) : 0;
      if (count > 0) found[path] = count;
    }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('patterns that are held against names', () => {
  const found = counts();
  if (process.env.BUDGET === 'write') writeFileSync(BUDGET, `${JSON.stringify(found, null, 2)}\n`);
  const budget: Readonly<Record<string, number>> = JSON.parse(readFileSync(BUDGET, 'utf8'));

  it('become fewer, file by file: a new one is a question to the program, or a row of knowledge/', () => {
    const over = Object.entries(found).filter(([path, count]) => count > (budget[path] ?? 0));
    expect(over.map(([path, count]) => `${path}: ${count}, may be ${budget[path] ?? 0}`)).toEqual([]);
  });

  it.each([
    ['ASKS.test(program.nameOf(call))', 1],
    ['/^x/.test(callee.name) && WORD.exec(lastSegment(value))', 2],
    ['definition.name.match(WORD)', 1],
    ["WORD.test(text) && program.means(call, 'llm.chat')", 0],
  ])('%s', (text, count) => {
    expect(patternsIn('a.ts', text)).toBe(count);
  });
});
