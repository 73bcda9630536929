/** Handlers that an application is handed in a list: Litestar's `route_handlers`. */
import type { Value } from '../../../program/file.ts';
import { argument, siteOf } from '../../../program/link/calls.ts';
import type { CallRef, DefinitionRef } from '../../../program/program.ts';
import { addTo } from '../../../reading/collections.ts';
import type { Holder, Holders } from './holders.ts';

export interface HandlerLists {
  /** The applications and routers that list a handler or a controller. */
  readonly of: ReadonlyMap<DefinitionRef, readonly Holder[]>;
  /** Routers by the one that lists them. */
  readonly routers: readonly { readonly parent: Holder; readonly child: Holder; readonly call: CallRef }[];
  /** Every list could be followed: a handler in none of them is not served. */
  readonly complete: boolean;
}

export function readHandlerLists(holders: Holders): HandlerLists {
  const of = new Map<DefinitionRef, Holder[]>();
  const routers: HandlerLists['routers'][number][] = [];
  let complete = false;
  for (const parent of holders.all()) {
    const list = parent.made && (argument(parent.made, 'route_handlers') ?? firstOf(parent));
    if (!parent.made || !list) continue;
    const call = parent.made;
    const origins = holders.lookup
      .origins(list, siteOf(call))
      .flatMap((origin) =>
        origin.kind === 'value' && origin.value.kind === 'list' ? holders.lookup.items(origin) : [origin],
      );
    complete = origins.length > 0;
    for (const origin of origins) {
      if (origin.kind === 'definition') addTo(of, origin.ref, parent);
      for (const child of holders.ofOrigin(origin))
        if (child !== parent) routers.push({ parent, child, call });
    }
  }
  return { of, routers, complete };
}

/** `Litestar([one, two])`: the application's own list stands first. */
function firstOf({ framework, kind, made }: Holder): Value | null {
  const listed = framework === 'litestar' && kind === 'application';
  return (listed && made?.call.arguments.find(({ name }) => name === null)?.value) || null;
}
