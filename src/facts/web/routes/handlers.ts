/** The function that answers, behind what a route is given: wrapped, bound, made, or a method of a class. */
import type { Value } from '../../../program/file.ts';
import { calleeParts, siteOf } from '../../../program/link/calls.ts';
import type { DefinitionRef, Program, Site } from '../../../program/program.ts';
import type { Holders } from './holders.ts';

/** `asyncHandler(create)`, `controller.create.bind(controller)`, `View.as_view('x')`, `makeHandler(deps)`. */
export function handlerOf(
  program: Program,
  holders: Holders,
  value: Value,
  site: Site,
): DefinitionRef | null {
  for (const origin of holders.lookup.origins(value, site)) {
    if (origin.kind === 'definition') return origin.ref;
    if (origin.kind !== 'value' || origin.value.kind !== 'call') continue;
    const made = program.callOf(origin.site.file, origin.value.call);
    const callee = calleeParts(made.call.callee);
    if (callee && (callee.name === 'bind' || callee.name === 'as_view'))
      return handlerOf(program, holders, callee.of, siteOf(made));
    for (const item of made.call.arguments) {
      const inner = handlerOf(program, holders, item.value, siteOf(made));
      if (inner && inner.definition.kind !== 'class') return inner;
    }
    const target = program.callee(made);
    if (target.kind === 'definition') {
      const returned = holders.lookup.returns(target.ref).find((item) => item.kind === 'definition');
      return returned?.kind === 'definition' ? returned.ref : target.ref;
    }
  }
  const target = program.resolve(value, site);
  return target.kind === 'definition' ? target.ref : null;
}
