/** What is kept of each prediction: a log line, a stored row, a metric that carries the outcome. */
import { MODULE } from '../../program/file.ts';
import { anyFlowsFrom, originsOf } from '../../program/flow/flow.ts';
import { returnedValues } from '../../program/flow/returned.ts';
import { ownDecorators } from '../../program/life/decorated.ts';
import { nestedIn, regionFrom } from '../../program/life/region.ts';
import { calleeParts, given, siteOf } from '../../program/link/calls.ts';
import { decoratorNames } from '../../program/link/qualified.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { isLogCall } from '../cli/messages.ts';
import { answersOf } from '../web/answers.ts';
import type { Route } from '../web/routes/routes.ts';
import type { Serving } from './serving.ts';

/** A local name for a session: its type is not known. */
const SESSIONS =
  /^(self\.)?(_?(db|session|database|db_session|conn|connection|async_session))\.(add|add_all|merge|execute)$/;
/** Runs around all requests. */
const AROUND =
  /(^|\.)(middleware|before_request|after_request|before_app_request|after_app_request|teardown_request)$/;

/** The call that keeps the outcome of a serving's predictions; null where nothing does. */
export function outcomeKept(program: Program, serving: Serving, routes: readonly Route[]): CallRef | null {
  for (const call of serving.region.calls) {
    if (serving.predicts.includes(call)) continue;
    if (!keeps(program, call) && !isShownLater(program, call, serving, routes)) continue;
    const starts = given(call);
    const outcome = (one: CallRef): boolean =>
      serving.predicts.includes(one) || isWrappedPrediction(program, serving, one);
    if (anyFlowsFrom(program, starts, outcome)) return call;
  }
  return null;
}

/** `function(*args)` in a decorator of the program's own, round a function that answers with what the model gave. */
function isWrappedPrediction(
  program: Program,
  { region, predicts }: Serving,
  { file, call }: CallRef,
): boolean {
  const { callee, definition } = call;
  const bound = callee.kind === 'name' ? program.binding(callee.name, { file, definition }) : null;
  if (!bound || bound.binding.parameter === null) return false;
  const decorator = program.definitionOf(bound.site);
  return [...region.definitions].some(
    (ref) =>
      ownDecorators(program, ref).some((one) => decorator && isWithin(decorator, one)) &&
      anyFlowsFrom(program, returnedValues(ref), (one) => predicts.includes(one)) !== null,
  );
}

/** The definition itself, or one that is nested in it. */
function isWithin({ file, id }: DefinitionRef, outer: DefinitionRef): boolean {
  if (file !== outer.file) return false;
  for (let at = id; at !== MODULE; at = file.definitions[at]?.parent ?? MODULE)
    if (at === outer.id) return true;
  return false;
}

/** `history.append(…)` to a collection that outlives the request, and that another route answers with. */
function isShownLater(
  program: Program,
  { file, call }: CallRef,
  { route }: Serving,
  routes: readonly Route[],
): boolean {
  const parts = calleeParts(call.callee);
  if (!parts || !/^(append|appendleft|push|unshift)$/.test(parts.name) || parts.of.kind !== 'name')
    return false;
  const { name } = parts.of;
  // Of the module, or of the factory around both routes: not the handler's own.
  const kept = program.binding(name, { file, definition: call.definition });
  if (!kept || kept.binding.assignments.length === 0 || kept.site.definition === call.definition)
    return false;
  return routes.some(
    (other) =>
      other !== route &&
      originsOf(program, answersOf(program, other)).some(
        ({ value, site }) =>
          value.kind === 'name' && program.binding(value.name, site)?.binding === kept.binding,
      ),
  );
}

function keeps(program: Program, call: CallRef): boolean {
  if ([program.nameOf(call), ...handedOn(program, call)].some((name) => isKeeper(program, name))) return true;
  const { callee } = call.call;
  if (callee.kind !== 'name') return false;
  return SESSIONS.test(callee.name) || isKeeper(program, ofParameter(program, call, callee.name));
}

/** What hangs on a request that nothing tells the type of: `request.log.info` is `?.log.info`. */
function ofParameter(program: Program, call: CallRef, name: string): string {
  const [head = '', ...rest] = name.split('.');
  const bound = rest.length > 1 ? program.binding(head, siteOf(call)) : null;
  return bound && bound.binding.parameter !== null ? `?.${rest.join('.')}` : '';
}

function isKeeper(program: Program, name: string): boolean {
  return isLogCall(program, name) || program.means(name, 'record.store');
}

/** `tasks.add_task(Prediction.create, …)`, `to_thread(store.insert_one, …)`: what a call is handed to run. */
function handedOn(program: Program, call: CallRef): readonly string[] {
  const [first] = call.call.arguments;
  const target = first?.value.kind === 'name' ? program.resolve(first.value, siteOf(call)) : null;
  return target?.kind === 'external' ? [target.name] : [];
}

/** A log line or a print at the handler or at the model, or something that logs all requests alike. */
export function requestLogged(program: Program, { route, predicts }: Serving): CallRef | null {
  const said = (call: CallRef): boolean => {
    const name = program.nameOf(call);
    return isLogCall(program, name) || program.means(name, 'cli.print');
  };
  const wrappers = route?.handler
    ? ownDecorators(program, route.handler).flatMap(({ file, id }) => nestedIn({ file, definition: id }))
    : [];
  const near = new Set([
    route?.handler ?? null,
    ...[...predicts.map(siteOf), ...wrappers].map((site) => program.definitionOf(site)),
  ]);
  for (const ref of near) {
    const call = ref ? program.callsIn(ref).find(said) : undefined;
    if (call) return call;
  }
  const [logger] = program.callsAs('http.request-log');
  if (logger) return logger;
  const wired = program
    .calls()
    .find((call) => aroundAll(program, call).some((ref) => program.callsIn(ref).some(said)));
  if (wired) return wired;
  for (const ref of program.definitions()) {
    const decorated = decoratorNames(program, ref).some((name) => AROUND.test(name));
    const wraps = ref.definition.kind === 'class' && descendsAs(program, ref, 'http.middleware');
    if (!decorated && !wraps) continue;
    const calls = wraps
      ? program.callsIn(ref)
      : regionFrom(program, { file: ref.file, definition: ref.id }).calls;
    const call =
      calls.find(said) ?? (wraps ? calls.find((one) => program.means(one, 'time.clock')) : undefined);
    if (call) return call;
  }
  return null;
}

/** What a call puts around all requests: `app.use((req, res, next) => …)`, `app.addHook("onRequest", log)`. */
function aroundAll(program: Program, ref: CallRef): readonly DefinitionRef[] {
  const { call } = ref;
  if (call.callee.kind !== 'name' && call.callee.kind !== 'member') return [];
  if (!/^(?!.*interceptors).*\b(use|addHook|before_request|after_request|middleware)$/.test(call.callee.name))
    return [];
  return call.arguments.flatMap(({ value }) => {
    const target = program.resolve(value, siteOf(ref));
    return target.kind === 'definition' && target.ref.definition.kind !== 'class' ? [target.ref] : [];
  });
}
