/** Places where code is not there yet: functions of the application that do nothing, other than by design. */
import type { CodeFile, Value } from '../../program/file.ts';
import { valuesWithin } from '../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../program/program.ts';

/** A half-built place. */
export interface Unfinished {
  readonly path: string;
  readonly line: number;
  /** In a few words, for the reader of the report. */
  readonly what: string;
  /** The path that is not there: named and started it is one gap. */
  readonly lacks?: string;
}

/** Names under which nothing is often the right thing to do: hooks, constructors, groups of commands. */
const EMPTY_BY_DESIGN =
  /^(?:__\w+__|constructor|no_?op|tear_?down\w*|set_?up\w*|on_?[A-Z_]\w*|cli|main|callback|app|_+|close|dispose|flush|emit|visit_\w+|handle_\w+)$/i;
const CONTRACT = /^(?:Base|Abstract|I[A-Z])|(?:Base|Interface|Protocol|Port|ABC|Mixin)$/;
const MARKED =
  /abstract|overload|group|callback|command|property|fixture|webhooks|validator|\.(?:on|event)\b/i;
/** Nested deeper than this nothing is a base class. */
const MAX_ANCESTORS = 40;

/** Functions and request handlers of the application that do nothing, and migrations that change nothing. */
export function stubFunctions(program: Program): readonly Unfinished[] {
  const definitions = program.definitions();
  const extended = new Set<string>();
  for (const { definition } of definitions)
    for (const base of definition.bases)
      if (base.kind === 'name') extended.add(base.name.slice(base.name.lastIndexOf('.') + 1));
  return definitions
    .filter(
      (ref) => (isStub(ref) && !isContract(ref, extended) && !refuses(ref, program)) || isEmptyHandler(ref),
    )
    .map(({ file, definition }) => ({
      path: file.path,
      line: definition.line,
      what: `${definition.name || 'a request handler'} does nothing`,
    }));
}

/** `(req, res) => {}`: a request that nobody answers. */
function isEmptyHandler({ definition }: DefinitionRef): boolean {
  const [first, second] = definition.parameters.map((parameter) => parameter.name);
  return (
    definition.stub &&
    /^_?(?:req|request)$/.test(first ?? '') &&
    /^_?(?:res|response|reply)$/.test(second ?? '')
  );
}

function isStub({ file, id, definition }: DefinitionRef): boolean {
  if (!definition.stub || definition.abstract || file.notebook || definition.name === '') return false;
  if (definition.kind !== 'function' && definition.kind !== 'method') return false;
  // An empty function handed over, alone or as a part of an object, is a deliberate nothing.
  if (handedOver(file).has(id)) return false;
  const inFunction = file.definitions[definition.parent]?.kind;
  if (file.language !== 'python' && inFunction !== undefined && inFunction !== 'class') return false;
  if (EMPTY_BY_DESIGN.test(definition.name) || isMeant(definition, file)) return false;
  return !definition.decorators.some((item) => MARKED.test(nameIn(item, file)));
}

/** A class that does nothing for whoever needs one that does nothing. */
const NOTHING = /^_?(?:Null|No_?[Oo]p|Dummy|Silent|Void|Empty)/;
/** A comment that puts off. */
const PUTS_OFF = /\b(?:todo|fixme|xxx|implement|later|placeholder|stub|coming|wip|not yet|add|write)\b/i;

/** `pass  # the database saves by itself`: nothing, and why. */
function isMeant({ parent, line, endLine }: CodeFile['definitions'][number], file: CodeFile): boolean {
  if (NOTHING.test(file.definitions[parent]?.name ?? '')) return true;
  return file.comments.some(
    (one) =>
      !one.docstring &&
      one.line >= line &&
      one.endLine <= endLine &&
      one.text.trim().split(/\s+/).length >= 3 &&
      !PUTS_OFF.test(one.text),
  );
}

const handed = new WeakMap<CodeFile, ReadonlySet<number>>();

/** Functions written in the arguments of a call. */
function handedOver(file: CodeFile): ReadonlySet<number> {
  const known = handed.get(file);
  if (known !== undefined) return known;
  const values = file.calls.flatMap((call) => call.arguments.flatMap(({ value }) => valuesWithin(value)));
  const found = new Set(values.flatMap((value) => (value.kind === 'function' ? [value.definition] : [])));
  handed.set(file, found);
  return found;
}

/** A method of a base class that others fill in. */
function isContract({ file, definition }: DefinitionRef, extended: ReadonlySet<string>): boolean {
  const owner = file.definitions[definition.parent];
  if (owner?.kind !== 'class') return owner?.kind === 'interface';
  const bases = owner.bases.map((base) => nameIn(base, file));
  return (
    CONTRACT.test(owner.name) || extended.has(owner.name) || bases.some((base) => /ABC|Protocol/.test(base))
  );
}

/** A method that takes back what its base class can do, or that exists only in its asynchronous form. */
function refuses({ file, id, definition }: DefinitionRef, program: Program): boolean {
  const owner = file.definitions[definition.parent];
  if (owner?.kind !== 'class') return false;
  const { name, parameters } = definition;
  // Whoever takes any arguments only to raise or to drop them does not mean to be written.
  const own = parameters.filter((one) => !/^(?:self|cls|this)$/.test(one.name));
  if (own.length > 0 && own.every((one) => one.kind === 'rest' || one.kind === 'keywords')) return true;
  if (own.some((one) => one.kind === 'rest') && own.some((one) => one.kind === 'keywords')) return true;
  const twin = name.startsWith('_') ? `_a${name.slice(1)}` : `a${name}`;
  const siblings = file.definitions.filter((one, at) => one.parent === definition.parent && at !== id);
  if (
    siblings.some((one) => one.name === twin || one.name === `${name}_async` || one.name === `${name}Async`)
  )
    return true;
  const ownerRef = program.definitions().find((one) => one.definition === owner);
  if (ownerRef === undefined) return false;
  const above = new Set(program.ancestors(ownerRef).slice(0, MAX_ANCESTORS));
  return program
    .definitions()
    .some(
      (one) =>
        one.definition.name === name &&
        !one.definition.stub &&
        !one.definition.abstract &&
        above.has(one.file.definitions[one.definition.parent]?.qualifiedName ?? ''),
    );
}

function nameIn(value: Value, file: CodeFile): string {
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return `${nameIn(value.of, file)}.${value.name}`;
  if (value.kind === 'index') return nameIn(value.of, file);
  const call = value.kind === 'call' ? file.calls[value.call] : undefined;
  return call === undefined ? '' : nameIn(call.callee, file);
}

/** Alembic's migrations that change nothing, told as one place; those that only join two heads have nothing to do. */
export function emptyMigrations(program: Program): readonly Unfinished[] {
  const empty = program.definitions('migration').filter(({ file, definition }) => {
    const revises = file.assignments.find(
      (one) => one.target.kind === 'name' && one.target.name === 'down_revision',
    );
    const joins = revises?.value?.kind === 'list';
    return definition.name === 'upgrade' && definition.stub && revises !== undefined && !joins;
  });
  const [first] = empty;
  if (first === undefined) return [];
  const more = empty.length > 1 ? `, and ${empty.length - 1} more` : '';
  return [
    { path: first.file.path, line: first.definition.line, what: `a migration that changes nothing${more}` },
  ];
}
