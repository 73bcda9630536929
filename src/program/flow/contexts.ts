/** What a provider hands down through a tree of components: `<Open.Provider value={…}>` to `useContext(Open)`. */
import { entryOf, entryOfWeak } from '../../reading/collections.ts';
import { type Assignment, MODULE } from '../file.ts';
import { siteOf } from '../link/calls.ts';
import type { CallRef, Program, Site } from '../program.ts';
import type { Origin } from './step.ts';

const PROVIDER = '.Provider';
/** A context is imported from where it is made, or from an index that hands it on. */
const MOST_IMPORTS = 3;
const known = new WeakMap<Program, ReadonlyMap<Assignment, readonly Origin[]>>();

/** The values that providers give to the context which a call asks for; none where it asks for none. */
export function providedTo(program: Program, ref: CallRef): readonly Origin[] {
  if (!program.means(ref, 'ui.context')) return [];
  const given = ref.call.arguments[0]?.value;
  const context = given?.kind === 'name' ? madeAs(program, given.name, siteOf(ref)) : null;
  if (context === null) return [];
  return entryOfWeak(known, program, () => providersOf(program)).get(context) ?? [];
}

function providersOf(program: Program): ReadonlyMap<Assignment, readonly Origin[]> {
  const found = new Map<Assignment, Origin[]>();
  for (const ref of program.calls()) {
    const { callee, form, arguments: given } = ref.call;
    if (form !== 'jsx' || callee.kind !== 'name') continue;
    const name = callee.name.endsWith(PROVIDER) ? callee.name.slice(0, -PROVIDER.length) : callee.name;
    const value = given.find((one) => one.name === 'value')?.value;
    const context = value ? madeAs(program, name, siteOf(ref)) : null;
    if (value && context) entryOf(found, context, () => []).push({ value, site: siteOf(ref) });
  }
  return found;
}

/** Where the context is made: one place, by whatever name it is imported. */
function madeAs(program: Program, name: string, site: Site, depth = 0): Assignment | null {
  const [made] = program.assignmentsTo(name, site);
  if (made || depth > MOST_IMPORTS) return made?.assignment ?? null;
  const imported = site.file.imports.find(({ local }) => local === name);
  const from = imported ? program.moduleOf(site.file, imported.module) : null;
  if (!imported || !from) return null;
  const wanted = imported.name ?? 'default';
  const exported = from.exports.find((one) => one.exported === wanted);
  return madeAs(program, exported?.local ?? wanted, { file: from, definition: MODULE }, depth + 1);
}
