/** What lookup.ts finds: the expression, function or file that a value comes from. */
import type { CodeFile, Value } from '../file.ts';
import type { DefinitionRef, Site } from '../program.ts';

export type Origin =
  | { readonly kind: 'value'; readonly value: Value; readonly site: Site }
  | { readonly kind: 'module'; readonly file: CodeFile }
  | { readonly kind: 'definition'; readonly ref: DefinitionRef }
  | { readonly kind: 'parameter'; readonly ref: DefinitionRef; readonly index: number };

export interface Lookup {
  origins(value: Value, site: Site): readonly Origin[];
  /** What a file gives under a name. */
  exported(file: CodeFile, name: string): readonly Origin[];
  /** What a function's return statements give. */
  returns(ref: DefinitionRef): readonly Origin[];
  /** An attribute of a class's objects. */
  attribute(ref: DefinitionRef, name: string): readonly Origin[];
  /** The items of a list. */
  items(origin: Origin): readonly Origin[];
}

/** A parameter, as it is named where it stands. */
export function nameOf({ ref, index }: Origin & { readonly kind: 'parameter' }): {
  value: Value;
  site: Site;
} {
  const { file, id, definition } = ref;
  const name = definition.parameters[index]?.name ?? '';
  return { value: { kind: 'name', name, line: definition.line }, site: { file, definition: id } };
}

const LOADERS: ReadonlySet<string> = new Set(['require', 'import']);

/** The module of `require('./posts')`, or of `import('./posts')`, where it stands in an expression. */
export function requiredModule(value: Value, file: CodeFile): string | null {
  if (value.kind !== 'call') return null;
  const call = file.calls[value.call];
  const first = call?.arguments[0]?.value;
  const required = call?.callee.kind === 'name' && LOADERS.has(call.callee.name);
  return required && first?.kind === 'literal' && typeof first.value === 'string' ? first.value : null;
}
