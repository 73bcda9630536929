/** How good the model is: where that is measured, and where it is told. */

import type { Value } from '../../program/file.ts';
import { type Origin, originsOf } from '../../program/flow/flow.ts';
import { siteOf, textOf } from '../../program/link/calls.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { answersOf } from '../web/answers.ts';
import type { Route } from '../web/routes/routes.ts';
import { METRIC_WORDS } from './metrics.ts';

/** Files in which measures are kept. */
const KEPT = /metric|evaluation|report|score|performance/i;
const KEPT_TOO = /metric|evaluation|report|score|performance|metadata|result|info|stats/i;
const ABOUT = /metric|evaluat|perform|accuracy|report|score|quality/i;
const ABOUT_TOO = /metric|evaluat|perform|accuracy|report|model|score|info|stats|quality/i;
const LIBRARIES = /^(sklearn|xgboost|lightgbm|catboost|keras|tensorflow|torch|@tensorflow\/tfjs)/;
/** Alone they may be anything: the precision of a number, a recalled product. */
const WEAK = /^(precision|recall|acc|sensitivity|specificity|mse)$/i;

/** The place at which a route's answer holds a measure; null where it does not. */
export function measureIn(
  program: Program,
  route: Route,
): { readonly file: Route['file']; readonly line: number } | null {
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
    if (wordsOf(program, origin).some(named)) return { file: site.file, line: value.line };
    if (value.kind === 'call' && tellsMeasures(program, route, program.callOf(site.file, value.call)))
      return { file: site.file, line: value.line };
  }
  const schema = answeredSchema(program, route);
  const field = schema?.definition.fields.find(({ name }) => named(name));
  return schema && field ? { file: schema.file, line: field.line } : null;
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
  if (!/(^|\.)(open|read_text|read_csv|read_json|readFileSync|readFile)$/.test(name)) return false;
  const about = `${route.path} ${route.name}`;
  const { callee } = call.call;
  const said = [
    callee.kind === 'name' ? callee.name : '',
    ...call.call.arguments.flatMap(({ value }) => [
      textOf(program, value, siteOf(call)),
      value.kind === 'name' ? value.name : '',
    ]),
  ].join(' ');
  return (ABOUT.test(about) && KEPT_TOO.test(said)) || (ABOUT_TOO.test(about) && KEPT.test(said));
}

/** The own class that a route says it answers with. */
function answeredSchema(program: Program, { handler }: Route): DefinitionRef | null {
  if (!handler) return null;
  const site = { file: handler.file, definition: handler.definition.parent };
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

/** Calls that measure a model, notebooks included. */
export function measurings(program: Program): readonly CallRef[] {
  return program.calls().filter((call) => {
    const name = program.nameOf(call);
    if (program.means(name, 'model.metric'))
      return !/\.(make_scorer|pairwise\..*|Confusion\w*Display.*|Roc\w*Display.*)$/.test(name);
    if (!/\.(score|evaluate)$/.test(name) || call.call.arguments.length < 1) return false;
    return (
      program.targetsOf(call).length === 0 && call.file.imports.some((item) => LIBRARIES.test(item.module))
    );
  });
}
