/** Functions that are registered on a router and are handed one: plugins of Fastify and Elysia, groups. */
import type { Value } from '../../../program/file.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import type { Lookup } from '../../../program/link/origin.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import { addTo } from '../../../reading/collections.ts';

interface Registering {
  /** What the function is registered on. */
  readonly of: Value;
  readonly site: Site;
}

export interface Plugins {
  /** The functions behind a value that is registered, through wrappers and default exports. */
  behind(value: Value, site: Site): readonly DefinitionRef[];
  /** Where a function is registered. */
  registering(ref: DefinitionRef): readonly Registering[];
}

const REGISTERING = new Set(['register', 'group']);

export function createPlugins(program: Program, lookup: Lookup): Plugins {
  let known: Map<DefinitionRef, Registering[]> | null = null;

  function behind(value: Value, site: Site): readonly DefinitionRef[] {
    return lookup
      .origins(value, site)
      .flatMap((origin) => {
        if (origin.kind !== 'value' || origin.value.kind !== 'call') return [origin];
        const wrapped = origin.site.file.calls[origin.value.call];
        return (wrapped?.arguments ?? []).flatMap((item) => lookup.origins(item.value, origin.site));
      })
      .flatMap((origin) => {
        if (origin.kind === 'definition') return [origin.ref];
        if (origin.kind !== 'module') return [];
        return lookup.exported(origin.file, 'default').flatMap((item) => {
          if (item.kind === 'definition') return [item.ref];
          return item.kind === 'value' && item.value.kind === 'call' ? behind(item.value, item.site) : [];
        });
      });
  }

  function all(): Map<DefinitionRef, Registering[]> {
    const found = new Map<DefinitionRef, Registering[]>();
    for (const call of program.calls()) {
      const parts = call.file.language === 'python' ? null : calleeParts(call.call.callee);
      if (!parts || !REGISTERING.has(parts.name)) continue;
      const site = siteOf(call);
      for (const { value } of call.call.arguments)
        for (const ref of value.kind === 'dict' ? [] : behind(value, site))
          addTo(found, ref, { of: parts.of, site });
    }
    return found;
  }

  return {
    behind,
    registering: (ref) => {
      known ??= all();
      return known.get(ref) ?? [];
    },
  };
}
