/** Whether what a model says is only carried out, or told to somebody. */
import { anyFlowsFrom, type Origin } from '../../../program/flow/flow.ts';
import { returnedValues } from '../../../program/flow/returned.ts';
import { siteOf } from '../../../program/link/calls.ts';
import type { CallRef } from '../../../program/program.ts';
import type { Facts } from '../../facts.ts';
import { answersOf } from '../../web/answers.ts';
import { fieldsFilled } from './plans.ts';

const MOST = 1500;

/**
 * Every answer of these models is code, a query or a plan that is carried out, and none is seen to reach a reader: the
 * results do, and they are tables.
 */
export function onlyCarriedOut(facts: Facts, models: ReadonlySet<CallRef>): boolean {
  const { program } = facts;
  const isField = fieldsFilled(program, models);
  const runs = program
    .callsAs(['code.runner', 'table.work'])
    .filter((call) => !call.file.notebook && !models.has(call));
  const carriedOut = new Set<CallRef>();
  for (const call of runs) {
    const starts = argumentsOf(call);
    const model = anyFlowsFrom(program, starts, (one) => models.has(one), { most: 300 });
    if (model) carriedOut.add(model);
  }
  if (carriedOut.size === 0 || [...models].some((call) => !carriedOut.has(call))) return false;
  const isRun = new Set(runs);
  const skip = (origin: Origin): boolean =>
    isField(origin) ||
    (origin.value.kind === 'call' && isRun.has(program.callOf(origin.site.file, origin.value.call)));
  return anyFlowsFrom(program, toldIn(facts), (one) => models.has(one), { most: MOST, skip }) === null;
}

/** What people get to read: answers, texts of a screen, prints, what a function gives that a framework runs. */
function toldIn(facts: Facts): readonly Origin[] {
  const { program, routes, interfaces } = facts;
  const shown = [
    ...program.callsAs(['ui.outlet', 'ui.shown', 'cli.print']),
    ...interfaces.widgets.flatMap(({ call }) => (call ? [call] : [])),
  ];
  return [
    ...routes.flatMap((route) => answersOf(program, route)),
    ...shown.flatMap(argumentsOf),
    ...program
      .definitions()
      .filter(({ definition }) => definition.decorators.length > 0)
      .flatMap(returnedValues),
  ];
}

function argumentsOf(call: CallRef): readonly Origin[] {
  return call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
}
