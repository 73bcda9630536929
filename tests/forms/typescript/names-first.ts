/** What is returned or handed over gets a name first. */
import { ts } from 'ts-morph';
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { inserted, isDotted, isLiteral, replaced, within } from './code.ts';
import type { ScriptModule } from './module.ts';

export const scriptReturn: Form = {
  name: 'ts-return',
  summary: 'What is returned gets a name first; an arrow that is an expression gets a body.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => {
      const name = fresh(module.text, 'outcome');
      const pairs = module.nodes.flatMap((node) => returned(module, node, name));
      // What opens first closes last.
      return [...pairs.map(({ opens }) => opens), ...pairs.map(({ closes }) => closes).reverse()];
    }),
};

export const scriptArguments: Form = {
  name: 'ts-arguments',
  summary:
    'Functions, calls, objects and arrays that a call is handed get names first, in the order of evaluation.',
  language: 'typescript',
  rewrite: ({ scripts }) =>
    eachModule(scripts, (module) => {
      const prefix = fresh(module.text, 'part');
      let count = 0;
      const taken: ts.Node[] = [];
      return module.nodes.flatMap((node) => {
        if (taken.some((one) => node.pos >= one.pos && node.end <= one.end)) return [];
        const edits = extracted(module, node, () => `${prefix}${++count}`);
        if (edits.length > 0) taken.push(node);
        return edits;
      });
    }),
};

interface Around {
  readonly opens: Edit;
  readonly closes: Edit;
}

function returned({ root }: ScriptModule, node: ts.Node, name: string): readonly Around[] {
  const value = ts.isReturnStatement(node)
    ? node.expression
    : ts.isArrowFunction(node)
      ? node.body
      : undefined;
  if (!value || ts.isBlock(value) || ts.isIdentifier(value) || isLiteral(value)) return [];
  const start = value.getStart(root);
  if (ts.isArrowFunction(node))
    return [
      { opens: inserted(start, `{ const ${name} = `), closes: inserted(value.end, `; return ${name}; }`) },
    ];
  const alone = ts.isBlock(node.parent);
  return [
    {
      opens: { start: node.getStart(root), end: start, text: `${alone ? '' : '{ '}const ${name} = ` },
      closes: { start: value.end, end: node.end, text: `; return ${name};${alone ? '' : ' }'}` },
    },
  ];
}

/** Evaluated at any time it is the same. */
function isStill(node: ts.Node): boolean {
  return ts.isIdentifier(node) || isLiteral(node);
}

function callOf(statement: ts.Node): ts.CallExpression | ts.NewExpression | null {
  const open =
    ts.isExpressionStatement(statement) ||
    ts.isReturnStatement(statement) ||
    (ts.isVariableStatement(statement) && statement.declarationList.declarations.length === 1);
  if (!open || !(ts.isBlock(statement.parent) || ts.isSourceFile(statement.parent))) return null;
  let value: ts.Node | undefined = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations[0]?.initializer
    : (statement as ts.ExpressionStatement).expression;
  if (value && ts.isAwaitExpression(value)) value = value.expression;
  const call = value && (ts.isCallExpression(value) || ts.isNewExpression(value)) ? value : null;
  const plain =
    call &&
    isDotted(call.expression) &&
    call.expression.getText() !== 'require' &&
    !('questionDotToken' in call && call.questionDotToken);
  return plain ? call : null;
}

function extracted(module: ScriptModule, statement: ts.Node, next: () => string): readonly Edit[] {
  const call = callOf(statement);
  const edits: Edit[] = [];
  const lines: string[] = [];
  for (const argument of call?.arguments ?? []) {
    if (ts.isSpreadElement(argument) || within(argument).some(ts.isYieldExpression)) break;
    if (isStill(argument)) continue;
    const name = next();
    lines.push(`const ${name} = ${argument.getText()};\n`);
    edits.push(replaced(module, argument, name));
  }
  return edits.length > 0 ? [inserted(statement.getStart(module.root), lines.join('')), ...edits] : [];
}
