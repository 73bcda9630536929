/** A chain of ifs becomes a table. */
import { eachModule, type Form, fresh } from '../form.ts';
import { hasLongText } from './code.ts';
import type { PythonModule } from './module.ts';
import { around, fieldOf, indentOf, type Node, namedIn, startsLine, within } from './tree.ts';

export const dispatch: Form = {
  name: 'dispatch',
  summary:
    'A chain of ifs that compares one text with others, each with one call, becomes a dict of functions.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) =>
      module.nodes.flatMap((node) => {
        const table = node.type === 'if_statement' && !module.dynamic ? asTable(module, node) : null;
        return table ? [{ start: node.start, end: node.end, text: table }] : [];
      }),
    ),
};

interface Branch {
  readonly subject: string;
  readonly key: string;
  readonly returns: boolean;
  readonly value: string;
}

function asTable(module: PythonModule, chain: Node): string | null {
  const rest = chain.children.filter(({ field }) => field === 'alternative');
  const branches = [chain, ...rest.filter(({ type }) => type === 'elif_clause')].map(branchOf);
  const first = branches[0];
  if (!first || branches.length < 2 || hasLongText(chain) || !startsLine(module.text, chain.start))
    return null;
  if (!isKnownText(module, chain, first.subject)) return null;
  const entries: string[] = [];
  for (const branch of branches) {
    if (branch?.subject !== first.subject || branch.returns !== first.returns) return null;
    entries.push(`${branch.key}: lambda: ${branch.value}`);
  }
  const indent = indentOf(module.text, chain.start);
  const name = fresh(module.text, 'handlers');
  const otherwise = rest.find(({ type }) => type === 'else_clause');
  const lines = [
    `${name} = {${entries.join(', ')}}`,
    `if ${first.subject} in ${name}:`,
    `    ${first.returns ? 'return ' : ''}${name}[${first.subject}]()`,
    ...(otherwise ? [otherwise.text] : []),
  ];
  return lines.join(`\n${indent}`);
}

function branchOf(clause: Node): Branch | null {
  const test = fieldOf(clause, 'condition');
  const body = namedIn(fieldOf(clause, 'consequence'));
  const only = body[0];
  const [subject, key] = namedIn(test);
  const equal =
    test?.type === 'comparison_operator' && test.children[1]?.type === '==' && namedIn(test).length === 2;
  if (!equal || !subject || key?.type !== 'string' || body.length !== 1 || !only) return null;
  const returns = only.type === 'return_statement';
  const value = namedIn(only)[0];
  if (!(returns || only.type === 'expression_statement') || value?.type !== 'call') return null;
  if (within(value).some(({ type }) => /^(?:await|yield|named_expression)$/.test(type))) return null;
  return { subject: subject.text, key: key.text, returns, value: value.text };
}

/** A text can be looked up in a dict: what was typed, an argument of the command line, a parameter that says so. */
function isKnownText(module: PythonModule, chain: Node, subject: string): boolean {
  if (/^(?:args|options|ns)\.\w+$|^sys\.argv\[\d\]$/.test(subject)) return true;
  const scope = around(chain, 'function_definition') ?? module.root;
  const bindings = module.names.filter(({ name, binds }) => binds && name === subject);
  return (
    bindings.length > 0 &&
    bindings.every(({ node }) => {
      const { parent } = node;
      if (around(node, 'function_definition') !== (scope === module.root ? null : scope)) return false;
      if (parent?.type === 'typed_parameter') return fieldOf(parent, 'type')?.text === 'str';
      return (
        parent?.type === 'assignment' &&
        /^(?:input\(|sys\.argv\[\d+\]).*(?:\)|\])$/s.test(fieldOf(parent, 'right')?.text ?? '') &&
        !/split|int\(/.test(parent.text)
      );
    })
  );
}
