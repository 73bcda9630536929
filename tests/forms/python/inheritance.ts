/** Methods move to a base class. */
import { type Edit, eachModule, type Form, fresh } from '../form.ts';
import { isTestFile, statementsOf } from './code.ts';
import type { PythonModule } from './module.ts';
import { fieldOf, type Node, namedIn, within } from './tree.ts';

export const inheritance: Form = {
  name: 'inheritance',
  summary:
    'Methods of a class without bases move to a base class; what makes the object and its fields stay.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => statementsOf(module).flatMap((one) => split(module, one))),
};

function split(module: PythonModule, definition: Node): readonly Edit[] {
  const bases = fieldOf(definition, 'superclasses');
  const body = fieldOf(definition, 'body');
  const name = fieldOf(definition, 'name');
  if (definition.type !== 'class_definition' || !body || !name || module.dynamic || isTestFile(module.path))
    return [];
  if (bases && !['()', '(object)'].includes(bases.text)) return [];
  const mangled = within(body).some(({ type, text }) => type === 'identifier' && /^__\w*[^_]_?$/.test(text));
  const special = within(body).some(({ text }) =>
    /^__(?:slots|new|init_subclass|set_name|class)__$/.test(text),
  );
  const members = namedIn(body);
  const moving = members.filter((one) => isPlainMethod(one, fieldsOf(members)));
  if (mangled || special || moving.length === 0) return [];
  const base = fresh(module.text, `Base${name.text}`);
  const staying = members.length > moving.length;
  const text = moving.map((one) => `    ${module.text.slice(one.start, one.end)}\n`).join('');
  const end = (bases ?? name).end;
  return [
    { start: definition.start, end: definition.start, text: `class ${base}:\n${text}` },
    { start: (bases ?? name).field === 'superclasses' ? (bases?.start ?? end) : end, end, text: `(${base})` },
    ...moving.map((one, index) => ({
      start: one.start,
      end: one.end,
      text: staying || index > 0 ? 'pass' : 'pass',
    })),
  ];
}

function fieldsOf(members: readonly Node[]): readonly string[] {
  return members
    .flatMap((one) => within(one).filter(({ field, type }) => field === 'left' && type === 'identifier'))
    .map(({ text }) => text);
}

/** A method without decorator whose head names nothing of the class. */
function isPlainMethod(member: Node, fields: readonly string[]): boolean {
  const name = fieldOf(member, 'name')?.text ?? '';
  if (member.type !== 'function_definition' || name === '__init__') return false;
  const head = [fieldOf(member, 'parameters'), fieldOf(member, 'return_type')].flatMap((one) =>
    one ? within(one) : [],
  );
  return !head.some(
    ({ type, text, field }) => type === 'identifier' && field !== 'name' && fields.includes(text),
  );
}
