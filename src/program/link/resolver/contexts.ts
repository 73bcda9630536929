/** What a provider hands down through a tree of components: `<Open.Provider value={…}>` to `useContext(Open)`. */
import { entryOf } from '../../../reading/collections.ts';
import { type Assignment, MODULE, type Value } from '../../file.ts';
import type { CallRef, Site } from '../../program.ts';
import type { Core } from './core.ts';

export interface Provided {
  readonly value: Value;
  readonly site: Site;
}

const PROVIDER = 'Provider';
/** A context is imported from where it is made, or from an index that hands it on. */
const MOST_IMPORTS = 3;

export function contextResolution(core: Core) {
  const known = new Map<Assignment, readonly Provided[]>();

  /** The values that providers give to the context that a call is handed. */
  function provided(ref: CallRef): readonly Provided[] {
    const given = ref.call.arguments[0]?.value;
    const context = given?.kind === 'name' ? madeAs(given.name, siteOf(ref)) : null;
    return context ? entryOf(known, context, () => providersOf(context)) : [];
  }

  function providersOf(context: Assignment): readonly Provided[] {
    const own = context.target.kind === 'name' ? context.target.name : '';
    return [...core.linking.callsNamed(PROVIDER), ...core.linking.callsNamed(own)].flatMap((ref) => {
      const { callee, form, arguments: given } = ref.call;
      if (form !== 'jsx' || callee.kind !== 'name') return [];
      const name = callee.name.endsWith(`.${PROVIDER}`)
        ? callee.name.slice(0, -PROVIDER.length - 1)
        : callee.name;
      const value = given.find((one) => one.name === 'value')?.value;
      return value && madeAs(name, siteOf(ref)) === context ? [{ value, site: siteOf(ref) }] : [];
    });
  }

  /** Where the context is made: one place, by whatever name it is imported. */
  function madeAs(name: string, site: Site, depth = 0): Assignment | null {
    const made = core.binding(name, site)?.binding.assignments[0];
    if (made || depth > MOST_IMPORTS) return made ?? null;
    const imported = site.file.imports.find(({ local }) => local === name);
    const from = imported ? core.linking.find(site.file, imported.module) : null;
    if (!imported || !from) return null;
    const wanted = imported.name ?? 'default';
    const exported = from.exports.find((one) => one.exported === wanted);
    return madeAs(exported?.local ?? wanted, { file: from, definition: MODULE }, depth + 1);
  }

  return { provided };
}

function siteOf({ file, call }: CallRef): Site {
  return { file, definition: call.definition };
}
