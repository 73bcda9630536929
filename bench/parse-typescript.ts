/** Parses every TypeScript file of a folder with the library that an audit uses, and walks its tree: what is done at least. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ts } from 'ts-morph';

let nodes = 0;
function walk(node: ts.Node): void {
  nodes += 1;
  ts.forEachChild(node, walk);
}
const [, , folder = '.'] = process.argv;
for (const path of readdirSync(folder, { recursive: true }).map(String))
  if (path.endsWith('.ts'))
    walk(ts.createSourceFile(path, readFileSync(join(folder, path), 'utf8'), ts.ScriptTarget.Latest, true));
console.log(nodes);
