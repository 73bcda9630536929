/** Texts are put together in another way. */
import { type Edit, eachModule, type Form } from '../form.ts';
import { isText } from './code.ts';
import type { PythonModule } from './module.ts';
import { around, fieldOf, type Node, namedIn, within } from './tree.ts';

export const formatted: Form = {
  name: 'format',
  summary: 'An f-string becomes a call of format(): `"a{}".format(x)`.',
  language: 'python',
  rewrite: ({ python }) => eachModule(python, (module) => module.nodes.flatMap(withFormat)),
};

export const interpolated: Form = {
  name: 'f-string',
  summary: 'Texts that are added to what surely is a text become an f-string.',
  language: 'python',
  rewrite: ({ python }) =>
    eachModule(python, (module) => module.nodes.flatMap((node) => withBraces(module, node))),
};

function withFormat(node: Node): readonly Edit[] {
  const parts = node.children.filter(({ type }) => type === 'interpolation');
  if (node.type !== 'string' || parts.length === 0 || node.parent?.type === 'concatenated_string') return [];
  if (around(node, 'interpolation') || !/^f["']/.test(node.text)) return [];
  const values = parts.map((part) => fieldOf(part, 'expression') ?? namedIn(part)[0]);
  const plain = parts.every(
    (part, index) =>
      part.children.every(({ type }) => type !== '=') &&
      !/format_expression/.test(part.children.map(({ type }) => type).join()) &&
      !within(part).some(
        (one) => one.type === 'format_specifier' && one.children.some(({ named }) => named),
      ) &&
      values[index] !== undefined,
  );
  if (!plain) return [];
  const given = values.map((value) => value?.text ?? '').join(', ');
  return [
    { start: node.start, end: node.start + 1, text: '' },
    ...values.flatMap((value) => (value ? [{ start: value.start, end: value.end, text: '' }] : [])),
    { start: node.end, end: node.end, text: `.format(${given})` },
  ];
}

function withBraces(module: PythonModule, node: Node): readonly Edit[] {
  if (node.type !== 'binary_operator' || !isSum(node) || (node.parent && isSum(node.parent))) return [];
  const parts = termsOf(node);
  const texts = parts.filter((part) => part.type === 'string');
  const quote = texts[0]?.text[0];
  const sure = parts.every((part) =>
    part.type === 'string' ? isShort(part, quote) : isSurelyText(module, part),
  );
  if (!sure || texts.length === 0 || texts.length === parts.length) return [];
  const inner = parts
    .map((part) => (part.type === 'string' ? part.text.slice(1, -1) : `{${part.text}}`))
    .join('');
  return [{ start: node.start, end: node.end, text: `f${quote}${inner}${quote}` }];
}

function isSum(node: Node): boolean {
  return node.type === 'binary_operator' && fieldOf(node, 'operator')?.type === '+';
}

function termsOf(node: Node): readonly Node[] {
  const left = fieldOf(node, 'left');
  const right = fieldOf(node, 'right');
  if (!isSum(node) || !left || !right) return [node];
  return [...termsOf(left), right];
}

function isShort(node: Node, quote: string | undefined): boolean {
  return isText(node) && node.text[0] === quote && !/[{}\n]|^"""|^'''/.test(node.text);
}

/** `str(x)`, `", ".join(x)`, `input()`, a parameter that is said to be a text. No quotes: old Pythons refuse them. */
function isSurelyText(module: PythonModule, node: Node): boolean {
  if (/["'\\\n{}#!]/.test(node.text)) return false;
  if (node.type === 'call') return /^(?:str|input|repr)$/.test(fieldOf(node, 'function')?.text ?? '');
  if (node.type !== 'identifier') return false;
  const bindings = module.names.filter(({ name, binds }) => binds && name === node.text);
  return (
    bindings.length === 1 &&
    bindings.every(
      ({ node: { parent } }) => parent?.type === 'typed_parameter' && fieldOf(parent, 'type')?.text === 'str',
    )
  );
}
