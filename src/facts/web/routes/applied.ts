/** What an application is made with that puts itself before its routes: Litestar's `on_app_init=[auth.on_app_init]`. */
import { argument, calleeParts, siteOf } from '../../../program/link/calls.ts';
import type { CallRef, Program } from '../../../program/program.ts';
import type { Holders } from './holders.ts';
import type { Guard } from './routes.ts';

/** The guards whose methods are called while an application is made. */
export function appliedBy(program: Program, holders: Holders, made: CallRef): readonly Guard[] {
  const given = argument(made, 'on_app_init');
  const items = given?.kind === 'list' ? given.items : [];
  const site = siteOf(made);
  return items.flatMap((item): readonly Guard[] => {
    const parts = calleeParts(item);
    if (parts?.name !== 'on_app_init') return [];
    return holders.lookup.origins(parts.of, site).flatMap((origin): readonly Guard[] => {
      if (origin.kind !== 'value' || origin.value.kind !== 'call') return [];
      const call = program.callOf(origin.site.file, origin.value.call);
      const name = program.nameOf(call);
      return [{ name, ref: null, call, file: site.file, line: item.line, scope: 'application' }];
    });
  });
}
