/**
 * Classes of records that a relation ties by name to an own class in a file that the served program never loads: the
 * mapper fails at the first query, of every class that it maps. Python only.
 */
import { addTo, entryOfWeak } from '../../reading/collections.ts';
import { baseName } from '../../reading/text-file.ts';
import { type CodeFile, type DefinitionId, MODULE, type Value } from '../file.ts';
import { calleeParts, siteOf } from '../link/calls.ts';
import { descendsAs } from '../link/subclasses.ts';
import { firstSegment, lastSegment } from '../link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../program.ts';
import { importGraphOf } from './imports.ts';

export interface Unmapped {
  readonly path: string;
  readonly line: number;
  /** Such a class, or where its records are asked for or made. */
  readonly definition: DefinitionId;
  /** 'uses User, which is tied to Post, and nothing loads blog/post.py'. */
  readonly what: string;
}

const known = new WeakMap<Program, ReadonlyMap<CodeFile, readonly Unmapped[]>>();

export function unmappedIn(program: Program, file: CodeFile): readonly Unmapped[] {
  return entryOfWeak(known, program, () => readAll(program)).get(file) ?? [];
}

function readAll(program: Program): ReadonlyMap<CodeFile, readonly Unmapped[]> {
  if (program.callsAs('record.naming').length === 0) return new Map();
  const loaded = loadedByServers(program);
  const tables = [...loaded].flatMap((file) => tablesIn(program, file));
  const broken = tables.flatMap((ref) => lostTie(program, ref, loaded) ?? []);
  if (broken.length === 0 || pythonOf(program).some((file) => mayLoadMore(program, file))) return new Map();
  const reasons = new Map<DefinitionRef, string>();
  for (const ref of tables) {
    const bases = program.ancestors(ref);
    const first =
      broken.find(({ owner }) => owner === ref) ??
      broken.find(({ owner }) => program.ancestors(owner).some((base) => bases.includes(base)));
    if (!first) continue;
    const { owner, name, path } = first;
    const of = owner === ref ? 'which' : `mapped with ${owner.definition.name}, which`;
    reasons.set(ref, `uses ${ref.definition.name}, ${of} is tied to ${name}, and nothing loads ${path}`);
  }
  const ties = broken.map(({ owner, name, path, line }): Unmapped & { readonly file: CodeFile } => {
    const what = `is tied to ${name}, and nothing loads ${path}`;
    return { file: owner.file, path: owner.file.path, line, definition: owner.id, what };
  });
  return new Map(
    [...loaded].map((file) => [
      file,
      [...ties.filter((one) => one.file === file), ...usesIn(program, file, reasons)],
    ]),
  );
}

/** All that an application of the web loads, and whatever imports it. */
function loadedByServers(program: Program): ReadonlySet<CodeFile> {
  const files = pythonOf(program);
  const { imports } = importGraphOf(program);
  const importers = new Map<CodeFile, CodeFile[]>();
  for (const file of files) for (const target of imports.get(file) ?? []) addTo(importers, target, file);
  // A package that imports the server is no reason to take each of its modules for one that starts it.
  const servers = new Set(program.callsAs('http.application').map(({ file }) => file));
  const starts = new Set(files.filter((file) => servers.has(file)));
  for (const file of starts) for (const importer of importers.get(file) ?? []) starts.add(importer);
  return loadedWith(program, starts);
}

function pythonOf(program: Program): readonly CodeFile[] {
  return program.filesOf().filter(({ language, notebook }) => language === 'python' && !notebook);
}

/** Of what it loads not all is seen. */
function mayLoadMore(program: Program, { errors, imports, calls }: CodeFile): boolean {
  return (
    errors.length > 0 ||
    imports.some(({ module }) => program.isFrom(firstSegment(module), 'module.loader')) ||
    calls.some(({ callee }) => callee.kind === 'name' && program.isFrom(callee.name, 'module.loader'))
  );
}

/** Files, what they import anywhere, and the packages around all of these. */
function loadedWith(program: Program, starts: ReadonlySet<CodeFile>): ReadonlySet<CodeFile> {
  const { imports } = importGraphOf(program);
  const loaded = new Set(starts);
  for (const file of loaded) {
    for (const target of imports.get(file) ?? []) loaded.add(target);
    const folders = file.path.split('/').slice(0, -1);
    for (const depth of folders.keys()) {
      const around = program.file(`${folders.slice(0, depth + 1).join('/')}/__init__.py`);
      if (around) loaded.add(around);
    }
  }
  return loaded;
}

function tablesIn(program: Program, file: CodeFile): readonly DefinitionRef[] {
  return file.definitions.flatMap(({ kind }, definition) => {
    const ref = kind === 'class' ? program.definitionOf({ file, definition }) : null;
    return ref && descendsAs(program, ref, 'record.table') ? ref : [];
  });
}

interface Lost {
  readonly owner: DefinitionRef;
  /** The class at the other end, and the file that nothing loads. */
  readonly name: string;
  readonly path: string;
  /** Where the relation is written. */
  readonly line: number;
}

/** The first relation of a class to one that lies, wherever it is defined, in files that are not loaded. */
function lostTie(program: Program, owner: DefinitionRef, loaded: ReadonlySet<CodeFile>): Lost | null {
  for (const { name, line } of tiesOf(program, owner)) {
    const found = program.definitions().filter(({ definition }) => definition.name === name);
    const [first] = found;
    const isLoaded =
      found.some(({ file }) => loaded.has(file)) ||
      [...loaded].some((file) => mayImport(program, file, name, first?.file));
    if (first && !isLoaded && descendsAs(program, first, 'record.table'))
      return { owner, name, path: first.file.path, line };
  }
  return null;
}

/** An import that was not followed may be the one. */
function mayImport(program: Program, file: CodeFile, name: string, target: CodeFile | undefined): boolean {
  const stem = target && baseName(target.path).replace(/\.py$/, '');
  return file.imports.some(
    (one) =>
      !one.typeOnly &&
      (one.name === name ||
        (program.moduleOf(file, one.module) === null &&
          (one.name === '*' || one.name === stem || lastSegment(one.module) === stem))),
  );
}

/** `posts = relationship("Post")`. */
function tiesOf(
  program: Program,
  ref: DefinitionRef,
): readonly { readonly name: string; readonly line: number }[] {
  return ref.definition.fields.flatMap(({ value, line }) => {
    if (value?.kind !== 'call') return [];
    const target = program.argumentOf(program.callOf(ref.file, value.call), 'class');
    return target?.kind === 'literal' ? [{ name: lastSegment(String(target.value)), line }] : [];
  });
}

/** Each class once for each function that asks for its records, or makes one. */
function usesIn(
  program: Program,
  file: CodeFile,
  reasons: ReadonlyMap<DefinitionRef, string>,
): readonly Unmapped[] {
  const found = new Map<string, Unmapped>();
  for (const [id, { definition, line }] of file.calls.entries())
    for (const ref of askedFor(program, program.callOf(file, id))) {
      const what = reasons.get(ref);
      const key = `${definition} ${what}`;
      if (what && definition !== MODULE && !found.has(key))
        found.set(key, { path: file.path, line, definition, what });
    }
  return [...found.values()];
}

/** `User(…)`, `User.query.filter_by(…)`, `db.query(User.id)`, `select(User)`. */
function askedFor(program: Program, call: CallRef): readonly DefinitionRef[] {
  const made = program.callee(call);
  if (made.kind === 'definition') return made.ref.definition.kind === 'class' ? [made.ref] : [];
  if (!program.means(call, 'record.query')) return [];
  const of = calleeParts(call.call.callee)?.of;
  const written = [...(of ? [of] : []), ...call.call.arguments.map(({ value }) => value)];
  return written.flatMap((value) => classNamed(program, value, call) ?? []);
}

/** The class that a dotted name begins with. */
function classNamed(program: Program, value: Value, call: CallRef): DefinitionRef | null {
  if (value.kind !== 'name') return null;
  for (let { name } = value; name !== ''; name = name.slice(0, Math.max(name.lastIndexOf('.'), 0))) {
    const target = program.resolve({ ...value, name }, siteOf(call));
    if (target.kind === 'definition') return target.ref.definition.kind === 'class' ? target.ref : null;
  }
  return null;
}
