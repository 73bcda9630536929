/** What is registered one after the other is registered in a loop. */
import { type Edit, eachModule, type Form, fresh, type Project } from '../form.ts';
import { decoratorsOf, isDotted, isLiteral, isReached, statementsOf, undecorated } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, indentOf, type Node, namedIn, startsLine } from './tree.ts';

export const callLoop: Form = {
  name: 'loop',
  summary: 'Calls of one function that follow each other, with plain arguments, become a loop over a table.',
  language: 'python',
  rewrite: ({ python }) => eachModule(python, (module) => looped(module)),
};

export const handDecorated: Form = {
  name: 'by-hand',
  summary: 'A decorator is applied by hand: `f = app.get("/")(f)`.',
  language: 'python',
  rewrite: ({ python }) => eachModule(python, (module) => decorated(module).flatMap(byHand)),
};

export const routeTable: Form = {
  name: 'table',
  summary:
    'Functions with one decorator that follow each other and are not named elsewhere are registered by a loop.',
  language: 'python',
  rewrite: (project) => eachModule(project.python, (module) => registered(project, module)),
};

function looped(module: PythonModule): readonly Edit[] {
  if (module.dynamic) return [];
  const blocks = module.nodes.filter(
    ({ type, parent }) => type === 'module' || (type === 'block' && parent?.type !== 'class_definition'),
  );
  return blocks.flatMap((block) =>
    runsOf(namedIn(block), (one) => shapeOf(module, one))
      .filter((run) => run.length > 1)
      .flatMap((run) => asLoop(module, run)),
  );
}

/** Neighbours that have the same key; null never is the same. */
function runsOf(
  statements: readonly Node[],
  keyOf: (one: Node) => string | null,
): readonly (readonly Node[])[] {
  const runs: Node[][] = [];
  let last: string | null = null;
  for (const one of statements) {
    const key = keyOf(one);
    if (key !== null && key === last) runs.at(-1)?.push(one);
    else if (key !== null) runs.push([one]);
    last = key;
  }
  return runs;
}

/** The function and the keywords of a call that is a statement; null when evaluating an argument runs anything. */
function shapeOf(module: PythonModule, statement: Node): string | null {
  const call = statement.type === 'expression_statement' ? namedIn(statement)[0] : undefined;
  const list = fieldOf(call, 'arguments');
  if (call?.type !== 'call' || list?.type !== 'argument_list' || !isDotted(fieldOf(call, 'function')))
    return null;
  if (!startsLine(module.text, statement.start) || namedIn(list).length === 0) return null;
  const shape = namedIn(list).map((one) => {
    const value = one.type === 'keyword_argument' ? fieldOf(one, 'value') : one;
    if (!value || !(isLiteral(value) || isDotted(value))) return null;
    return one === value ? '' : `${fieldOf(one, 'name')?.text}=`;
  });
  return shape.includes(null) ? null : `${fieldOf(call, 'function')?.text}(${shape.join()})`;
}

function asLoop(module: PythonModule, run: readonly Node[]): readonly Edit[] {
  const rows = run.map((one) => namedIn(fieldOf(namedIn(one)[0] ?? null, 'arguments')));
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last) return [];
  const names = (rows[0] ?? []).map((_, index) => fresh(module.text, `column_${index + 1}`));
  const valueIn = (one: Node) => (one.type === 'keyword_argument' ? fieldOf(one, 'value') : one)?.text ?? '';
  const table = rows.map((row) =>
    row.length === 1 ? row.map(valueIn).join() : `(${row.map(valueIn).join(', ')})`,
  );
  const given = (rows[0] ?? []).map((one, index) =>
    one.type === 'keyword_argument' ? `${fieldOf(one, 'name')?.text}=${names[index]}` : names[index],
  );
  const indent = indentOf(module.text, first.start);
  const called = fieldOf(namedIn(first)[0] ?? null, 'function')?.text;
  const text = `for ${names.join(', ')} in [${table.join(', ')}]:\n${indent}    ${called}(${given.join(', ')})`;
  return [{ start: first.start, end: last.end, text }];
}

interface Decorated {
  readonly statement: Node;
  readonly decorator: Node;
  readonly definition: Node;
  readonly name: string;
}

function decorated(module: PythonModule): readonly Decorated[] {
  if (module.dynamic) return [];
  return statementsOf(module).flatMap((statement) => {
    const definition = undecorated(statement);
    const [decorator, ...more] = decoratorsOf(definition);
    const name = fieldOf(definition, 'name')?.text;
    return decorator && more.length === 0 && definition.type === 'function_definition' && name
      ? [{ statement, decorator, definition, name }]
      : [];
  });
}

/** `staticmethod` and the like stand in classes only: all at the top level are calls by definition. */
function byHand({ decorator, definition, name }: Decorated): readonly Edit[] {
  const called = decorator.text.slice(1).trim();
  return [
    { start: decorator.start, end: definition.start, text: '' },
    { start: definition.end, end: definition.end, text: `\n${name} = ${called}(${name})` },
  ];
}

function registered(project: Project, module: PythonModule): readonly Edit[] {
  const eligible = new Map(
    decorated(module)
      .filter(
        ({ decorator, name }) => /^@\s*\w+\.\w+\(/.test(decorator.text) && isNamedOnce(project, module, name),
      )
      .map((one) => [one.statement, one]),
  );
  const holder = (one: Node) => /^@\s*(\w+)\./.exec(eligible.get(one)?.decorator.text ?? '')?.[1] ?? null;
  return runsOf(statementsOf(module), holder)
    .filter((run) => run.length > 1)
    .flatMap((run) => {
      const all = run.flatMap((one) => eligible.get(one) ?? []);
      const end = run.at(-1)?.end ?? 0;
      const rows = all.map(({ decorator, name }) => `    (${decorator.text.slice(1).trim()}, ${name}),`);
      const loop = `\nfor register, handler in [\n${rows.join('\n')}\n]:\n    register(handler)`;
      return [
        ...all.map(({ decorator, definition }) => ({
          start: decorator.start,
          end: definition.start,
          text: '',
        })),
        { start: end, end, text: loop },
      ];
    });
}

function isNamedOnce(project: Project, module: PythonModule, name: string): boolean {
  return (
    module.names.filter((one) => one.name === name).length === 1 &&
    !isReached(project, module, name) &&
    !/\b(?:register|handler)\b/.test(module.text)
  );
}
