/**
 * Of which own class something is, as far as that is certain: every way to it must say the same. What a resolver takes for
 * likely is not enough where a class is to be held against what is read of it. Python only.
 */
import { addTo, entryOfWeak } from '../../reading/collections.ts';
import { type Assignment, type CodeFile, MODULE, type Value } from '../file.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../program.ts';
import { calleeParts, siteOf } from './calls.ts';
import { agreed, type Follow, isNone, type Kept, MOST_WAYS, ofParameter, returned } from './record-ways.ts';
import { type Binding, selfName } from './scopes.ts';
import { firstSegment } from './values.ts';

/** Steps from a name to the class. */
const MAX_DEPTH = 12;

const remembered = new WeakMap<Program, Map<Value, Kept | null>>();

/** The class of a value and what it holds of it; null where that is not certain. */
export function keptBy(program: Program, value: Value, site: Site, depth = 0): Kept | null {
  if (depth > MAX_DEPTH || site.file.language !== 'python' || !program.follow()) return null;
  const known = entryOfWeak(remembered, program, () => new Map<Value, Kept | null>());
  const before = known.get(value);
  if (before !== undefined) return before;
  // A way that comes back to itself says nothing.
  known.set(value, null);
  const kept = read(program, value, site, depth + 1);
  known.set(value, kept);
  return kept;
}

function followed(program: Program, depth: number): Follow {
  return (value, site) => keptBy(program, value, site, depth);
}

function read(program: Program, value: Value, site: Site, depth: number): Kept | null {
  if (value.kind === 'name') return ofName(program, value, site, depth);
  if (value.kind === 'call') return ofCall(program, program.callOf(site.file, value.call), depth);
  return null;
}

function ofName(
  program: Program,
  value: Value & { readonly kind: 'name' },
  site: Site,
  depth: number,
): Kept | null {
  const head = program.binding(firstSegment(value.name), site)?.binding;
  // One name for two things: which of them it is depends on what ran last.
  if (head && head.imports.length + head.definitions.length > 1) return null;
  const target = program.resolve(value, site);
  if (target.kind === 'definition')
    return target.ref.definition.kind === 'class' ? { ref: target.ref, as: 'class' } : null;
  const self = selfName(site.file, site.definition);
  if (self?.name === value.name) {
    const ref = program.definitionOf({ file: site.file, definition: self.owner });
    return ref && { ref, as: 'one' };
  }
  if (value.name.includes('.')) return ofMember(program, value, site, depth);
  const found = program.binding(value.name, site);
  return found && ofBinding(program, found.binding, found.site, depth);
}

/** `config.settings` after `import config`; `self.store`, where every assignment to it says the same. */
function ofMember(
  program: Program,
  { name, line }: Value & { readonly kind: 'name' },
  site: Site,
  depth: number,
): Kept | null {
  const dot = name.lastIndexOf('.');
  const of: Value = { kind: 'name', name: name.slice(0, dot), line };
  const member = name.slice(dot + 1);
  const module = program.resolve(of, site);
  if (module.kind === 'module')
    return keptBy(
      program,
      { kind: 'name', name: member, line },
      { file: module.file, definition: MODULE },
      depth,
    );
  const owner = keptBy(program, of, site, depth);
  if (owner?.as !== 'one' || owner.ref.definition.fields.some((one) => one.name === member)) return null;
  const { file, id } = owner.ref;
  const written = entryOfWeak(setBySelf, file, () => setIn(file)).get(`${id} ${member}`) ?? [];
  return written.length > MOST_WAYS
    ? null
    : agreed(
        written
          .filter(({ value }) => !isNone(value))
          .map((one) => () => ofAssignment(program, one, { file, definition: one.definition }, depth)),
      );
}

const setBySelf = new WeakMap<CodeFile, ReadonlyMap<string, readonly Assignment[]>>();

/** `self.x = …` by the number of its class and the name. */
function setIn(file: CodeFile): ReadonlyMap<string, readonly Assignment[]> {
  const found = new Map<string, Assignment[]>();
  for (const one of file.assignments) {
    const self = one.target.kind === 'name' ? selfName(file, one.definition) : null;
    if (self && one.target.kind === 'name' && one.target.name.startsWith(`${self.name}.`))
      addTo(found, `${self.owner} ${one.target.name.slice(self.name.length + 1)}`, one);
  }
  return found;
}

function ofBinding(program: Program, bound: Binding, site: Site, depth: number): Kept | null {
  const { imports, definitions, assignments, parameter } = bound;
  const [item] = imports;
  if (item && imports.length === 1 && assignments.length === 0 && !parameter && item.name !== null) {
    const file = program.moduleOf(site.file, item.module);
    return file && file !== site.file
      ? keptBy(program, { kind: 'name', name: item.name, line: 1 }, { file, definition: MODULE }, depth)
      : null;
  }
  if (imports.length > 0 || definitions.length > 0 || assignments.length > MOST_WAYS) return null;
  const ways = [
    ...assignments
      .filter(({ value }) => !isNone(value))
      .map((one) => () => ofAssignment(program, one, site, depth)),
    ...(parameter ? [() => ofParameter(program, parameter, site, followed(program, depth))] : []),
  ];
  return agreed(ways);
}

function ofAssignment(
  program: Program,
  { value, via, definition }: Assignment,
  { file }: Site,
  depth: number,
): Kept | null {
  if (!value || (via !== '=' && via !== 'for')) return null;
  const kept = keptBy(program, value, { file, definition }, depth);
  if (via === '=') return kept;
  return kept?.as === 'several' ? { ref: kept.ref, as: 'one' } : null;
}

function ofCall(program: Program, call: CallRef, depth: number): Kept | null {
  const callee = program.callee(call);
  if (callee.kind === 'definition') return returned(program, callee.ref, followed(program, depth));
  const gives = program.meaning(call, 'record.query')?.about.gives;
  if (gives === undefined) return null;
  const first = call.call.arguments.find(({ name }) => name === null)?.value;
  const handed = (): Kept | null => (first ? keptBy(program, first, siteOf(call), depth) : null);
  const receiver = (): Kept | null => receiverOf(program, call, depth);
  const one = (kept: Kept | null): Kept | null =>
    kept?.as === 'several' ? { ref: kept.ref, as: 'one' } : null;
  switch (gives) {
    case 'asked': {
      if (!first) return receiver();
      const kept = call.call.arguments.length === 1 ? handed() : null;
      return kept?.as === 'class' ? { ref: kept.ref, as: 'several' } : null;
    }
    case 'narrowed':
      return receiver();
    case 'rows':
    case 'tuples':
    case 'scalar': {
      const asked = first ? handed() : receiver();
      if (!asked || asked.as === 'class' || asked.as === 'one') return null;
      return { ref: asked.ref, as: gives === 'rows' ? 'several' : gives === 'tuples' ? 'rows' : 'one' };
    }
    case 'one':
      return one(receiver());
    case 'found': {
      const kept = handed();
      return kept?.as === 'class' ? { ref: kept.ref, as: 'one' } : one(receiver());
    }
    default:
      return null;
  }
}

/** Of `User.objects.filter` and `User.query.get` the class, of `query.first` what the query asks for. */
function receiverOf(program: Program, call: CallRef, depth: number): Kept | null {
  const of = calleeParts(call.call.callee)?.of;
  if (!of) return null;
  const site = siteOf(call);
  const kept = keptBy(program, of, site, depth);
  if (kept) return kept.as === 'class' ? { ref: kept.ref, as: 'several' } : kept.as === 'one' ? null : kept;
  const dot = of.kind === 'name' ? of.name.lastIndexOf('.') : -1;
  if (of.kind !== 'name' || dot < 0) return null;
  const owner = keptBy(program, { kind: 'name', name: of.name.slice(0, dot), line: of.line }, site, depth);
  // A manager of its own may give anything.
  return owner?.as === 'class' && program.resolve(of, site).kind === 'external'
    ? { ref: owner.ref, as: 'several' }
    : null;
}

/** The class whose records a query is about, which a call makes narrower; null where it is about several. */
export function askedBy(program: Program, call: CallRef): DefinitionRef | null {
  return receiverOf(program, call, 0)?.ref ?? null;
}
