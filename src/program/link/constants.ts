/** The constant behind an expression, as far as the program alone says it. */
import type { Value } from '../file.ts';
import type { CallRef, Site, Target } from '../program.ts';

export type Constant = string | number | boolean | null | undefined;

/** Calls whose result is a default that stands among their arguments: position of that default. */
const DEFAULTS: Readonly<Record<string, number>> = {
  'os.getenv': 1,
  'os.environ.get': 1,
  'environ.get': 1,
  'decouple.config': 1,
  'pydantic.Field': 0,
  'pydantic.fields.Field': 0,
  'dataclasses.field': 0,
};
/** Calls that only wrap their first argument. */
const WRAPPERS = new Set([
  'pathlib.Path',
  'Path',
  'str',
  'os.fspath',
  'os.path.expanduser',
  'os.path.abspath',
  'click.Path',
]);
const JOINS = new Set(['os.path.join', 'path.join', 'path.resolve', 'pathlib.Path', 'pathlib.Path.joinpath']);

export interface ConstantSource {
  resolve(value: Value, site: Site): Target;
  callee(ref: CallRef): Target;
  callOf(site: Site, call: number): CallRef;
}

const MAX_DEPTH = 12;
/** Values looked at for one constant: where each is made of several, they double with every level. */
const MAX_STEPS = 500;
/** Characters of a constant: `b = a + a` doubles, too. */
const MAX_TEXT = 20_000;

export function constantOf(value: Value, site: Site, source: ConstantSource): Constant {
  return follow(value, site, source, { depth: 0, left: { steps: MAX_STEPS } });
}

interface Effort {
  readonly depth: number;
  readonly left: { steps: number };
}

function follow(value: Value, site: Site, source: ConstantSource, { depth, left }: Effort): Constant {
  left.steps -= 1;
  if (depth > MAX_DEPTH || left.steps < 0) return undefined;
  if (value.kind === 'literal') return value.value;
  const inner = (part: Value, at: Site = site): Constant =>
    follow(part, at, source, { depth: depth + 1, left });
  switch (value.kind) {
    case 'template':
      return value.parts
        .map((part) => (typeof part === 'string' ? part : text(inner(part))))
        .join('')
        .slice(0, MAX_TEXT);
    case 'name':
    case 'member':
    case 'index': {
      const target = source.resolve(value, site);
      if (target.kind === 'value' && target.value !== value) return inner(target.value, target.site);
      return undefined;
    }
    case 'operation': {
      if (value.operator === '+' || value.operator === '/') {
        const parts = value.operands.map((operand) => inner(operand));
        if (parts.every((part) => part === undefined)) return undefined;
        if (value.operator === '+' && !parts.some((part) => typeof part === 'string')) return undefined;
        return parts
          .map(text)
          .join(value.operator === '/' ? '/' : '')
          .slice(0, MAX_TEXT);
      }
      if (value.operator === 'or' || value.operator === '??') {
        for (const operand of value.operands) {
          const constant = inner(operand);
          if (constant !== undefined && constant !== null) return constant;
        }
      }
      return undefined;
    }
    case 'call': {
      const ref = source.callOf(site, value.call);
      const target = source.callee(ref);
      const name = target.kind === 'external' ? target.name : '';
      const plain = ref.call.arguments.filter((argument) => argument.name === null);
      const named = ref.call.arguments.find((argument) => argument.name === 'default')?.value;
      const position = DEFAULTS[name];
      if (position !== undefined) {
        const given = named ?? plain[position]?.value;
        return given ? inner(given) : undefined;
      }
      if (JOINS.has(name) && plain.length > 1) {
        return plain
          .map((argument) => text(inner(argument.value)))
          .join('/')
          .slice(0, MAX_TEXT);
      }
      const first = plain[0]?.value;
      return WRAPPERS.has(name) && first ? inner(first) : undefined;
    }
    case 'list':
    case 'dict':
    case 'function':
    case 'other':
      return undefined;
  }
  value satisfies never;
  return undefined;
}

/** Unknown pieces of a text are written '{}'. */
function text(constant: Constant): string {
  return constant === undefined || constant === null ? '{}' : String(constant);
}
