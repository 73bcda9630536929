/** Where the program runs a trained model for its users: over HTTP, or in a user interface of its own. */

import { type CodeFile, MODULE } from '../../program/file.ts';
import { anyFlowsFrom, originsOf } from '../../program/flow/flow.ts';
import { type Region, regionFrom } from '../../program/life/region.ts';
import { calleeParts, lastName, siteOf } from '../../program/link/calls.ts';
import { descendsAs } from '../../program/link/subclasses.ts';
import { lastSegment } from '../../program/link/values.ts';
import type { CallRef, Program } from '../../program/program.ts';
import { answersOf } from '../web/answers.ts';
import type { Route } from '../web/routes/routes.ts';
import { PARTICULAR, PREDICTS } from './models.ts';
import type { Training } from './training.ts';

export interface Serving {
  /** Null where a user interface's own process runs the model. */
  readonly route: Route | null;
  readonly file: CodeFile;
  readonly line: number;
  readonly region: Region;
  /** The calls that run the model, near ones first; never empty. */
  readonly predicts: readonly CallRef[];
}

/** Words of routes that are about predictions. */
const ABOUT =
  /predict|infer|classif|score|detect|forecast|recommend|diagnos|estimat|evaluat|analy[sz]|churn|risk|proba/i;

/**
 * Where users have the model run. Routes go before interfaces, and routes that are named after predictions before all
 * others; what a route predicts while it trains is a measurement, unless there is nothing else.
 */
export function readServings(
  program: Program,
  routes: readonly Route[],
  trainings: readonly Training[],
): readonly Serving[] {
  const fits = new Set(trainings.map(({ call }) => call));
  const served = routes.flatMap((route) => {
    if (!route.mounted || !route.handler) return [];
    const region = regionFrom(program, { file: route.handler.file, definition: route.handler.id });
    const predicts = region.calls.filter((call) => runsModel(program, call));
    const runs = predicts.length > 0 ? predicts : loadedWeights(program, route);
    return runs.length > 0 ? [{ route, file: route.file, line: route.line, region, predicts: runs }] : [];
  });
  const serving = served.filter(({ region }) => !region.calls.some((call) => fits.has(call)));
  const plain = serving.length > 0 ? serving : served;
  const named = plain.filter(({ route }) => ABOUT.test(`${route.path} ${route.name}`));
  if (named.length > 0) return named;
  return plain.length > 0 ? plain : readInterfaces(program);
}

/** A model that is no more than its weights: the answer is reckoned with what was loaded. */
function loadedWeights(program: Program, route: Route): readonly CallRef[] {
  if (route.method === 'GET' || route.body.length === 0) return [];
  const starts = answersOf(program, route).filter((answer) => answer.form !== 'redirect');
  const hit = anyFlowsFrom(program, starts, (call) => program.means(program.nameOf(call), 'model.load'));
  return hit ? [hit] : [];
}

function readInterfaces(program: Program): readonly Serving[] {
  return program.filesOf().flatMap((file): Serving[] => {
    if (
      file.notebook ||
      !file.imports.some((item) => program.isFrom(item.module, 'ui.library', 'ui.toolkit'))
    )
      return [];
    const region = regionFrom(program, { file, definition: MODULE });
    const predicts = region.calls.filter((call) => runsModel(program, call));
    const [first] = predicts;
    if (!first) return [];
    return [{ route: null, file, line: first.file === file ? first.call.line : 1, region, predicts }];
  });
}

/** Whether a call runs a trained model; calls of own methods are looked into instead. */
function runsModel(program: Program, call: CallRef): boolean {
  const { callee, form } = call.call;
  if (form !== 'call' || (callee.kind !== 'name' && callee.kind !== 'member')) return false;
  const name = program.nameOf(call);
  if (program.means(name, 'model.elsewhere')) return false;
  const method = lastSegment(callee.name);
  const isMember = callee.kind === 'member' || callee.name.includes('.');
  if (isMember && PREDICTS.has(method)) {
    if (PARTICULAR.has(method) && program.meaning(name, 'model.run')?.about.method !== method) return false;
    return !isOwn(program, call);
  }
  return callsModel(program, call);
}

/** A method of the program's own; where that is only guessed, not within a method of that name: it wraps another's. */
function isOwn(program: Program, call: CallRef): boolean {
  if (program.callee(call).kind === 'definition') return true;
  const around = program.definitionOf(siteOf(call));
  const { callee } = call.call;
  const method = lastName(callee);
  const wraps = around?.definition.kind === 'method' && around.definition.name === method;
  return !wraps && program.targetsOf(call).length > 0 && !isLoaded(program, call);
}

/** What the method is called on may be a model that was loaded, however many stand-ins of it the program has. */
function isLoaded(program: Program, call: CallRef): boolean {
  const receiver = calleeParts(call.call.callee)?.of;
  const start = receiver && { value: receiver, site: siteOf(call) };
  const loads = (one: CallRef): boolean => program.means(program.nameOf(one), 'model.load');
  return start !== undefined && anyFlowsFrom(program, [start], loads, { most: 300 }) !== null;
}

/** `model(x)` of a model that was loaded or made elsewhere: PyTorch, Keras, transformers. */
function callsModel(program: Program, call: CallRef): boolean {
  const target = program.callee(call);
  if (target.kind === 'instance') return descendsAs(program, target.ref, 'model.network');
  if (target.kind !== 'external') return false;
  if (!program.means(target.name, 'model.callable')) return isKeptModel(program, call);
  if (/tokenizer|processor|feature_?extractor/i.test(target.name)) return false;
  const { callee } = call.call;
  const written = lastName(callee);
  if (written === lastSegment(target.name) || written === 'load' || /^[A-Z]/.test(written)) return false;
  // `import torch.nn.functional as F`: a layer that is called is no model that was loaded.
  const [origin] = originsOf(program, [{ value: callee, site: siteOf(call) }], { most: 40 }).filter(
    ({ value }) => value.kind === 'call',
  );
  return origin !== undefined;
}

/** `request.app.state.model(x)`: what was put there when the application started. */
function isKeptModel(program: Program, call: CallRef): boolean {
  const { callee } = call.call;
  if (callee.kind !== 'name' || callee.name.split('.').length < 3) return false;
  const [kept] = originsOf(program, [{ value: callee, site: siteOf(call) }], { most: 40 }).filter(
    ({ value }) => value.kind === 'call',
  );
  const made = kept?.value.kind === 'call' ? program.callOf(kept.site.file, kept.value.call) : null;
  return made !== null && program.means(program.nameOf(made), 'model.callable');
}
