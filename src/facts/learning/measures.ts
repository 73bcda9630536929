/** How good the model is: where that is measured, and where it is told. */

import type { CodeFile, Value } from '../../program/file.ts';
import { flowsFrom, type Origin, originsOf } from '../../program/flow/flow.ts';
import { calleeParts, siteAround, siteOf, textOf } from '../../program/link/calls.ts';
import { firstSegment, lastSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { answersOf } from '../web/answers.ts';
import type { Route } from '../web/routes/routes.ts';
import { METRIC_WORDS } from './metrics.ts';

import type { Training } from './training.ts';

/** Files in which measures are kept. */
const KEPT = /metric|evaluation|report|score|performance/i;
const KEPT_TOO = /metric|evaluation|report|score|performance|metadata|result|info|stats/i;
const ABOUT = /metric|evaluat|perform|accuracy|report|score|quality/i;
const ABOUT_TOO = /metric|evaluat|perform|accuracy|report|model|score|info|stats|quality/i;
const WHOLE = /^(metrics|scores|evaluation|performance)$/i;
const READS = /(^|\.)(open|read_text|read_bytes|read_csv|read_json|readFileSync|readFile)$/;
/** Alone they may be anything: the precision of a number, a recalled product. */
const WEAK = /^(precision|recall|acc|sensitivity|specificity|mse)$/i;

export interface MeasurePlace {
  readonly file: CodeFile;
  readonly line: number;
}

/** The place at which a route's answer holds a measure; null where it does not. */
export function measureIn(program: Program, route: Route): MeasurePlace | null {
  const starts = answersOf(program, route).filter((answer) => answer.form !== 'redirect');
  const weak = new Set<string>();
  const named = (word: string): boolean => {
    if (!METRIC_WORDS.test(word)) return false;
    if (!WEAK.test(word)) return true;
    weak.add(word.toLowerCase());
    return weak.size > 1;
  };
  for (const origin of originsOf(program, starts)) {
    const { value, site } = origin;
    if (wordsOf(program, origin).some(named) || isKept(program, origin))
      return { file: site.file, line: value.line };
    if (value.kind === 'call' && tellsMeasures(program, route, program.callOf(site.file, value.call)))
      return { file: site.file, line: value.line };
  }
  const schema = answeredSchema(program, route);
  const field = schema?.definition.fields.find(({ name }) => named(name));
  return schema && field ? { file: schema.file, line: field.line } : null;
}

/** Measures as a whole, as they were kept: `bundle["metrics"]`, a run's `data.metrics`, a JSON file that is imported. */
function isKept(program: Program, { value, site }: Origin): boolean {
  if (value.kind === 'index')
    return (
      value.index.some((key) => key.kind === 'literal' && WHOLE.test(String(key.value))) &&
      flowsFrom(
        program,
        value.of,
        site,
        (call) => READS.test(program.nameOf(call)) || program.means(program.nameOf(call), 'model.load'),
      ) !== null
    );
  if (value.kind !== 'name' && value.kind !== 'member') return false;
  const target = program.resolve(value, site);
  if (target.kind === 'external') return program.means(target.name, 'model.measures');
  const head = firstSegment(value.name);
  return site.file.imports.some(
    ({ local, module }) => local === head && /\.json$/.test(module) && KEPT.test(module),
  );
}

/** Names under which a value hands something on: keys, keyword arguments, keys that are read. */
function wordsOf(program: Program, { value, site }: Origin): readonly string[] {
  const literal = (item: Value | null | undefined): readonly string[] =>
    item?.kind === 'literal' && typeof item.value === 'string' && item.value.length < 60 ? [item.value] : [];
  switch (value.kind) {
    case 'dict':
      return value.entries.flatMap(({ key }) => literal(key));
    case 'index':
      return value.index.flatMap(literal);
    case 'name':
      return [lastSegment(value.name)];
    case 'member':
      return [value.name];
    case 'call': {
      const { call } = program.callOf(site.file, value.call);
      const reads =
        call.callee.kind !== 'call' && 'name' in call.callee && lastSegment(call.callee.name) === 'get';
      return call.arguments.flatMap(({ name, value: given }) => [
        ...(name === null ? [] : [name]),
        ...(reads ? literal(given) : []),
      ]);
    }
    default:
      return [];
  }
}

/** A measuring call, or the reading of a file in which measures are kept. */
function tellsMeasures(program: Program, route: Route, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (program.means(name, 'model.metric')) return true;
  if (!READS.test(name)) return false;
  const about = `${route.path} ${route.name}`;
  const said = placeOf(program, call);
  return (ABOUT.test(about) && KEPT_TOO.test(said)) || (ABOUT_TOO.test(about) && KEPT.test(said));
}

/** The words of the path that a call reads: `(MODELS / version / "metrics.json").read_text()`, `open(METRICS_FILE)`. */
function placeOf(program: Program, call: CallRef): string {
  const site = siteOf(call);
  const receiver = calleeParts(call.call.callee)?.of;
  const starts = [...(receiver ? [receiver] : []), ...call.call.arguments.map(({ value }) => value)];
  return originsOf(
    program,
    starts.map((value) => ({ value, site })),
    { most: 120 },
  )
    .map(({ value, site: at }) => (value.kind === 'name' ? value.name : textOf(program, value, at)))
    .join(' ');
}

/** The own class that a route says it answers with. */
function answeredSchema(program: Program, { handler }: Route): DefinitionRef | null {
  if (!handler) return null;
  const site = siteAround(handler);
  const declared = handler.definition.decorators.flatMap((decorator) =>
    decorator.kind === 'call'
      ? (handler.file.calls[decorator.call]?.arguments ?? [])
          .filter(({ name }) => name === 'response_model')
          .map(({ value }) => value)
      : [],
  );
  for (const value of [...declared, ...(handler.definition.returns ? [handler.definition.returns] : [])]) {
    const target = program.resolve(value, site);
    if (
      (target.kind === 'definition' || target.kind === 'instance') &&
      target.ref.definition.kind === 'class'
    )
      return target.ref;
  }
  return null;
}

/** Where a model is measured, notebooks included. */
export function measurings(program: Program, trainings: readonly Training[]): readonly MeasurePlace[] {
  const calls = program.calls().filter((call) => isMeasuring(program, call));
  const places = calls.map(({ file, call }): MeasurePlace => ({ file, line: call.line }));
  return places.length > 0 ? places : byHand(trainings);
}

function isMeasuring(program: Program, call: CallRef): boolean {
  const name = program.nameOf(call);
  if (program.means(name, 'model.metric'))
    return !/\.(make_scorer|pairwise\..*|Confusion\w*Display.*|Roc\w*Display.*)$/.test(name);
  if (/(^|\.)log_metrics?$/.test(name)) return namesMeasure(call);
  if (!/\.(score|evaluate)$/.test(name) || call.call.arguments.length < 1) return false;
  if (program.targetsOf(call).length > 0) return false;
  return (
    call.file.imports.some((item) => program.isFrom(item.module, 'model.library')) || isFitted(program, call)
  );
}

/** `accuracy = (guess == y).mean()` where a model is trained. */
function byHand(trainings: readonly Training[]): readonly MeasurePlace[] {
  const files = new Set(trainings.map(({ call }) => call.file));
  return [...files].flatMap((file) =>
    file.assignments.flatMap(({ target, value }) =>
      target.kind === 'name' &&
      METRIC_WORDS.test(target.name) &&
      (value?.kind === 'operation' || value?.kind === 'call')
        ? [{ file, line: value.line }]
        : [],
    ),
  );
}

/** `mlflow.log_metric("accuracy", value)`, `log_metrics({"f1": value})`. */
function namesMeasure({ call }: CallRef): boolean {
  const keys = call.arguments.flatMap(({ value }) =>
    value.kind === 'dict' ? value.entries.flatMap(({ key }) => key ?? []) : [value],
  );
  return keys.some((key) => key.kind === 'literal' && METRIC_WORDS.test(String(key.value)));
}

/** Whether what a method is called on is an estimator, wherever it was made. */
function isFitted(program: Program, call: CallRef): boolean {
  const receiver = calleeParts(call.call.callee)?.of;
  const isModel = (one: CallRef): boolean => program.means(program.nameOf(one), 'model.estimator');
  return receiver !== undefined && flowsFrom(program, receiver, siteOf(call), isModel) !== null;
}
