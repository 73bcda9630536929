/** Links code files into a {@link Program}. */

import { addTo, entryOf } from '../../reading/collections.ts';
import type { BlockId, CallId, CodeFile, DefinitionId, Value } from '../file.ts';
import { MODULE } from '../file.ts';
import type { Knowledge } from '../knowledge.ts';
import { blocksAround, definitionsAround } from '../nesting.ts';
import { inPlainForm } from '../plain/plain.ts';
import type { CallRef, DefinitionRef, Program, Role, Site } from '../program.ts';
import { createRoles } from '../roles.ts';
import { autoImported } from './auto-imports.ts';
import { constantOf } from './constants.ts';
import { effortOf } from './effort.ts';
import { createGraph } from './graph.ts';
import { moduleFinder } from './modules.ts';
import { createResolver } from './resolver/resolver.ts';
import { type Scopes, scopesOf } from './scopes.ts';
import { starModules } from './stars.ts';
import { lastSegment, matchesAny } from './values.ts';

export interface LinkedFile {
  readonly file: CodeFile;
  readonly role: Role;
}

export function linkProgram(linked: readonly LinkedFile[], knowledge: Knowledge): Program {
  const sorted = linked
    .map(({ file, role }) => ({ file: inPlainForm(file), role }))
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
  const files = sorted.map((item) => item.file);
  const roles = new Map(sorted.map((item) => [item.file, item.role]));
  const byPath = new Map(files.map((file) => [file.path, file]));
  const byRole = (role: Role) => files.filter((file) => roles.get(file) === role);

  const refs = new Map(
    files.map((file) => [
      file,
      file.definitions.map((definition, id): DefinitionRef => ({ file, id, definition })),
    ]),
  );
  const callRefs = new Map(
    files.map((file) => [file, file.calls.map((call, id): CallRef => ({ file, id, call }))]),
  );
  const ref = (file: CodeFile, id: DefinitionId) => must(refs.get(file)?.[id], file, 'definition', id);
  const callOf = (file: CodeFile, id: CallId) => must(callRefs.get(file)?.[id], file, 'call', id);

  const scopes = new Map<CodeFile, Scopes>();
  const scopesFor = (file: CodeFile): Scopes => entryOf(scopes, file, () => scopesOf(file));

  let byCalleeName: Map<string, CallRef[]> | null = null;
  const callsNamed = (name: string): readonly CallRef[] => {
    if (!byCalleeName) {
      byCalleeName = new Map();
      for (const file of files) {
        for (const call of callRefs.get(file) ?? []) {
          const { callee } = call.call;
          const last = callee.kind === 'name' || callee.kind === 'member' ? lastSegment(callee.name) : null;
          if (last === null) continue;
          addTo(byCalleeName, last, call);
        }
      }
    }
    return byCalleeName.get(name) ?? [];
  };

  let byBase: Map<string, DefinitionRef[]> | null = null;
  const extending = (name: string): readonly DefinitionRef[] => {
    if (!byBase) {
      byBase = new Map();
      for (const one of files.flatMap((file) => refs.get(file) ?? []))
        for (const base of one.definition.bases) {
          const written = base.kind === 'index' ? base.of : base;
          if (written.kind === 'name') addTo(byBase, lastSegment(written.name), one);
        }
    }
    return byBase.get(name) ?? [];
  };

  const find = moduleFinder(files);
  const effort = effortOf();
  const behindStars = starModules({ files, effort, find, scopes: scopesFor });
  const resolver = createResolver({
    effort,
    behindStars,
    atHand: autoImported(files),
    find,
    scopes: scopesFor,
    ref,
    callOf,
    callsNamed,
    extending,
    asksContext: (name) => meant.means(name, 'ui.context'),
  });
  const definitions = files.flatMap((file) => refs.get(file) ?? []);
  const graph = createGraph({
    files,
    definitions,
    ref,
    scopes: scopesFor,
    callOf,
    resolve: resolver.resolve,
    callee: resolver.callee,
    bases: resolver.bases,
    spend: (steps) => effort.spend('calls', steps),
  });

  /** By file and number: one table of all calls would be too large to be at hand. */
  const names = new Map<CodeFile, string[]>();
  function nameOf(call: CallRef): string {
    const known = names.get(call.file)?.[call.id];
    return known ?? nameAnew(call);
  }
  function nameAnew(call: CallRef): string {
    const target = resolver.callee(call);
    let name: string;
    if (target.kind === 'definition' || target.kind === 'instance')
      name = target.ref.definition.qualifiedName;
    else if (target.kind === 'external' || target.kind === 'unknown') name = target.name;
    else name = target.kind === 'module' ? target.file.path : '?';
    if (name === '?' && (call.call.callee.kind === 'name' || call.call.callee.kind === 'member'))
      name = `?.${lastSegment(call.call.callee.name)}`;
    entryOf(names, call.file, () => new Array<string>(call.file.calls.length))[call.id] = name;
    return name;
  }

  const definitionsOf = new Map<Role, readonly DefinitionRef[]>();
  const callsByRole = new Map<Role, readonly CallRef[]>();
  const callsOf = (role: Role = 'application'): readonly CallRef[] =>
    entryOf(callsByRole, role, () => byRole(role).flatMap((file) => callRefs.get(file) ?? []));

  /** Positions in {@link callsOf} by name: a program has far fewer names than calls. */
  const positions = new Map<Role, ReadonlyMap<string, readonly number[]>>();
  function callsTo(patterns: readonly string[], role: Role = 'application'): readonly CallRef[] {
    const calls = callsOf(role);
    const byName = entryOf(positions, role, () => {
      const index = new Map<string, number[]>();
      for (const [position, call] of calls.entries()) addTo(index, nameOf(call), position);
      return index;
    });
    const hits: number[] = [];
    for (const [name, places] of byName) if (matchesAny(name, patterns)) hits.push(...places);
    return hits.sort((a, b) => a - b).map((position) => calls[position] as CallRef);
  }

  function ancestors(start: DefinitionRef): readonly string[] {
    const found: string[] = [];
    const queue = [start];
    for (let index = 0; index < queue.length && index < 40; index++) {
      for (const base of resolver.bases(queue[index] as DefinitionRef)) {
        if (base.kind === 'external' || base.kind === 'unknown') found.push(base.name);
        if (base.kind !== 'definition' && base.kind !== 'instance') continue;
        found.push(base.ref.definition.qualifiedName);
        if (!queue.includes(base.ref)) queue.push(base.ref);
      }
    }
    return found;
  }

  function assignmentsTo(name: string, site: Site) {
    const target = resolver.binding(name, site);
    if (target)
      return target.binding.assignments.map((assignment) => ({ file: target.site.file, assignment }));
    const [, attribute] = name.split('.');
    if (attribute === undefined) return [];
    const { file } = site;
    const owner = definitionsAround(file, site.definition).find(
      (id) => file.definitions[id]?.kind === 'class',
    );
    const assigned = owner === undefined ? [] : (scopesFor(file).attributes(owner).get(attribute) ?? []);
    return assigned.map((assignment) => ({ file, assignment }));
  }

  const meant = createRoles(knowledge, { calls: callsOf, nameOf, callee: resolver.callee });
  const source = {
    resolve: resolver.resolve,
    callee: resolver.callee,
    callOf: (site: Site, call: CallId) => callOf(site.file, call),
  };
  return {
    files,
    follow: () => effort.spend('values'),
    cuts: effort.cuts,
    role: (file) => roles.get(file) ?? 'application',
    filesOf: (role = 'application') => byRole(role),
    file: (path) => byPath.get(path),
    definitions: (role = 'application') =>
      entryOf(definitionsOf, role, () => byRole(role).flatMap((file) => refs.get(file) ?? [])),
    definitionOf: (site) => (site.definition === MODULE ? null : ref(site.file, site.definition)),
    resolve: resolver.resolve,
    moduleOf: find,
    behindStars,
    callee: resolver.callee,
    nameOf,
    callOf,
    calls: callsOf,
    callsTo,
    ...meant,
    provided: (call) => (meant.means(call, 'ui.context') ? resolver.provided(call) : []),
    callsIn: graph.callsIn,
    uses: graph.uses,
    callers: graph.callers,
    reach: graph.reach,
    reachable: graph.reachable,
    targetsOf: graph.targetsOf,
    handedTo: graph.handedTo,
    binding: resolver.binding,
    constant: (value: Value, site: Site) => constantOf(value, site, source),
    assignmentsTo,
    member: (owner, name) => {
      const target = resolver.member({ kind: 'definition', ref: owner }, name);
      return target.kind === 'definition' ? target.ref : null;
    },
    ancestors,
    blocksAround: (file: CodeFile, block: BlockId) =>
      blocksAround(file, block).flatMap((id) => file.blocks[id] ?? []),
  };
}

function must<T>(value: T | undefined, file: CodeFile, what: string, id: number): T {
  if (value === undefined) throw new Error(`${file.path}: no ${what} ${id}`);
  return value;
}
