/** Texts that a call is handed get a name. */
import { ts } from 'ts-morph';
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { atStart, functionAround, replaced } from './code.ts';
import type { ScriptModule } from './module.ts';

export const scriptConstants: Form = {
  name: 'ts-constants',
  summary: 'Texts that calls in functions are handed become constants of the module.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) =>
      named(
        module,
        (name) => name,
        (pairs) => pairs.map(([name, text]) => `const ${name} = ${text};`),
      ),
    ),
};

export const scriptObject: Form = {
  name: 'ts-object',
  summary: 'Texts that calls in functions are handed become properties of a constant object.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => {
      const own = fresh(module.text, 'TEXTS');
      const body = (pairs: readonly Pair[]) => pairs.map(([name, text]) => `${name}: ${text}`).join(', ');
      const end = /\.[cm]?tsx?$/.test(module.path) ? ' as const;' : ';';
      return named(
        module,
        (name) => `${own}.${name}`,
        (pairs) => [`const ${own} = { ${body(pairs)} }${end}`],
      );
    }),
};

export const scriptEnum: Form = {
  name: 'ts-enum',
  summary: 'Texts that calls in functions are handed become members of an enum.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => {
      if (!/\.[cm]?tsx?$/.test(module.path)) return [];
      const own = fresh(module.text, 'Texts');
      const body = (pairs: readonly Pair[]) => pairs.map(([name, text]) => `${name} = ${text}`).join(', ');
      return named(
        module,
        (name) => `${own}.${name}`,
        (pairs) => [`enum ${own} { ${body(pairs)} }`],
      );
    }),
};

type Pair = readonly [name: string, text: string];

function named(
  module: ScriptModule,
  use: (name: string) => string,
  declare: (pairs: readonly Pair[]) => readonly string[],
): readonly Edit[] {
  const prefix = fresh(module.text, 'TEXT');
  const names = new Map<string, string>();
  const edits = module.nodes.flatMap((node) => {
    if (!ts.isStringLiteral(node) || node.text === '' || !isHanded(node)) return [];
    const text = node.getText();
    const name = names.get(text) ?? `${prefix}_${names.size + 1}`;
    names.set(text, name);
    return [replaced(module, node, use(name))];
  });
  return edits.length > 0
    ? [atStart(module, declare([...names].map(([text, name]) => [name, text]))), ...edits]
    : [];
}

/** An argument of a call in a function; not of import() and require(), which bundlers read. */
function isHanded(node: ts.StringLiteral): boolean {
  const { parent } = node;
  const call = ts.isCallExpression(parent) || ts.isNewExpression(parent);
  if (!call || parent.expression === node || !functionAround(node)) return false;
  return parent.expression.kind !== ts.SyntaxKind.ImportKeyword && parent.expression.getText() !== 'require';
}
