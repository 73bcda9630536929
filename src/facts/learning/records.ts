/** What is kept of each prediction: a log line, a stored row, a metric that carries the outcome. */
import { anyFlowsFrom } from '../../program/flow/flow.ts';
import { regionFrom } from '../../program/life/region.ts';
import { siteOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { isLogCall } from '../cli/messages.ts';
import type { Serving } from './serving.ts';

/** A local name for a session: its type is not known. */
const SESSIONS =
  /^(self\.)?(_?(db|session|database|db_session|conn|connection|async_session))\.(add|add_all|merge|execute)$/;
/** Runs around all requests. */
const MIDDLEWARE = /(^|\.)(BaseHTTPMiddleware|MiddlewareMixin|NestMiddleware)$/;
const AROUND =
  /(^|\.)(middleware|before_request|after_request|before_app_request|after_app_request|teardown_request)$/;

/** The call that keeps the outcome of a serving's predictions; null where nothing does. */
export function outcomeKept(program: Program, serving: Serving): CallRef | null {
  for (const call of serving.region.calls) {
    if (!keeps(program, call) || serving.predicts.includes(call)) continue;
    const starts = call.call.arguments.map(({ value }) => ({ value, site: siteOf(call) }));
    if (anyFlowsFrom(program, starts, (one) => serving.predicts.includes(one))) return call;
  }
  return null;
}

function keeps(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (isLogCall(program, name) || program.means(name, 'record.store')) return true;
  const { callee } = call.call;
  return callee.kind === 'name' && SESSIONS.test(callee.name);
}

/** A log line or a print at the handler or at the model, or something that logs all requests alike. */
export function requestLogged(program: Program, { route, predicts }: Serving): CallRef | null {
  const said = (call: CallRef): boolean => {
    const name = program.nameOf(call);
    return isLogCall(program, name) || program.means(name, 'cli.print') || /\.labels(\.inc)?$/.test(name);
  };
  const near = [route?.handler ?? null, ...predicts.map((call) => program.definitionOf(siteOf(call)))];
  for (const ref of near) {
    const call = ref ? program.callsIn(ref).find(said) : undefined;
    if (call) return call;
  }
  const [logger] = program.callsAs('http.request-log');
  if (logger) return logger;
  for (const ref of program.definitions()) {
    const decorated = ref.definition.decorators.some(
      (decorator) =>
        (decorator.kind === 'name' && AROUND.test(decorator.name)) ||
        (decorator.kind === 'call' && AROUND.test(program.nameOf(program.callOf(ref.file, decorator.call)))),
    );
    const wraps =
      ref.definition.kind === 'class' && program.ancestors(ref).some((base) => MIDDLEWARE.test(base));
    if (!decorated && !wraps) continue;
    const calls = wraps
      ? program.callsIn(ref)
      : regionFrom(program, { file: ref.file, definition: ref.id }).calls;
    const call = calls.find(said) ?? (wraps ? calls.find((one) => counts(program, one)) : undefined);
    if (call) return call;
  }
  return null;
}

/** A middleware that measures by hand: it takes the time. */
function counts(program: Program, call: CallRef): boolean {
  return /^(perf_counter|time|monotonic|now)$/.test(lastSegment(program.nameOf(call)));
}
