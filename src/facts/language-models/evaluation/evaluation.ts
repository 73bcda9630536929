/** Whether the program measures its answers: by a library, by functions of its own, or only how long they take. */

import type { CodeFile } from '../../../program/file.ts';
import { isStartedByDecorator } from '../../../program/life/decorated.ts';
import { regionFrom, writtenIn } from '../../../program/life/region.ts';
import { valuesThroughCalls, valuesWithin } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import type { Interfaces } from '../../interfaces/interfaces.ts';
import type { Route } from '../../web/routes/routes.ts';
import { EVALUATING, FEEDBACK, LATENCY, MEASURES, NO_QUALITY, QUALITY, SIMILARITY } from './metrics.ts';

const ARITHMETIC: ReadonlySet<string> = new Set(['/', '//', '*', '-', '&', '<', '>', '>=', '<=', 'in']);
const RECKONING = ['llm.chat', 'embedding.compute', 'evaluation.measure', 'model.metric'] as const;

export interface Measurement {
  /** 'quality': relevance, faithfulness, precision, recall. 'side': latency or users' feedback. */
  readonly of: 'quality' | 'side';
  readonly file: CodeFile;
  readonly line: number;
}

export function readEvaluation(
  program: Program,
  routes: readonly Route[],
  interfaces: Interfaces,
): readonly Measurement[] {
  const found: Measurement[] = [];
  for (const role of ['application', 'test'] as const)
    for (const call of program.callsAs('evaluation.measure', role))
      found.push({ of: 'quality', file: call.file, line: call.call.line });
  for (const file of program.filesOf())
    if (EVALUATING.test(file.path)) found.push(...reckoned(file), ...timed(program, file));
  for (const ref of program.definitions())
    if (measures(program, ref)) found.push({ of: 'quality', file: ref.file, line: ref.definition.line });
  for (const { file, call } of program.callsAs('evaluation.feedback'))
    found.push({ of: 'side', file, line: call.line });
  for (const route of routes)
    if (route.mounted && FEEDBACK.test(route.path))
      found.push({ of: 'side', file: route.file, line: route.line });
  for (const { call, kind, label } of interfaces.widgets) {
    if (!call) continue;
    const text = `${label} ${words(call)}`;
    const shows =
      /^(?:text|metric|info|success|table|message)$/.test(kind) &&
      (LATENCY.test(text) || SIMILARITY.test(text));
    const asks = /^(?:button|select|slider)$/.test(kind) && (FEEDBACK.test(text) || /👍|👎/u.test(text));
    if (shows || asks) found.push({ of: 'side', file: call.file, line: call.call.line });
  }
  return found;
}

/** `{"hit_rate": hits / total}` in a file that is there to measure. */
function reckoned(file: CodeFile): readonly Measurement[] {
  const values = [
    ...file.calls.flatMap((call) => call.arguments.map((item) => item.value)),
    ...file.assignments.flatMap((item) => item.value ?? []),
    ...file.statements.flatMap((item) => item.value ?? []),
  ];
  return values.flatMap((value) =>
    valuesWithin(value).flatMap((part): Measurement[] => {
      const entries = part.kind === 'dict' ? part.entries : [];
      const measure = entries.find(
        ({ key, value: entry }) =>
          key?.kind === 'literal' &&
          MEASURES.test(String(key.value)) &&
          entry.kind === 'operation' &&
          entry.operator === '/',
      );
      return measure ? [{ of: 'quality', file, line: measure.value.line }] : [];
    }),
  );
}

/** `time.perf_counter()` in a file that is there to measure. */
function timed(program: Program, file: CodeFile): readonly Measurement[] {
  return file.calls.flatMap((call, id): Measurement[] =>
    program.means(program.callOf(file, id), 'time.clock') ? [{ of: 'side', file, line: call.line }] : [],
  );
}

function words({
  file,
  call,
}: {
  readonly file: CodeFile;
  readonly call: {
    readonly arguments: readonly { readonly value: Parameters<typeof valuesThroughCalls>[0] }[];
  };
}): string {
  return call.arguments
    .flatMap(({ value }) => valuesThroughCalls(value, file).slice(0, 60))
    .flatMap((value) =>
      value.kind === 'name'
        ? [value.name]
        : value.kind === 'literal' && typeof value.value === 'string'
          ? [value.value.slice(0, 200)]
          : [],
    )
    .join(' ');
}

/** A function with such a name that computes something, and is called. */
function measures(program: Program, ref: DefinitionRef): boolean {
  const { definition, file } = ref;
  if (!/^(?:function|method)$/.test(definition.kind) || definition.stub) return false;
  if (!QUALITY.test(definition.name) || NO_QUALITY.test(definition.name)) return false;
  // A cache has a hit rate too.
  if (/hit_?rate/i.test(definition.name) && /cach/i.test(`${file.path} ${definition.qualifiedName}`))
    return false;
  const returns = file.statements.some(
    (one) => one.definition === ref.id && one.kind === 'return' && one.value !== null,
  );
  return (
    returns &&
    reckons(program, ref) &&
    (program.callers(ref).length > 0 || isStartedByDecorator(program, ref))
  );
}

/** It divides, sums or compares, or asks a model: `recall(user)` alone looks up what was said. */
function reckons(program: Program, ref: DefinitionRef): boolean {
  const { calls, places } = regionFrom(program, { file: ref.file, definition: ref.id });
  return (
    calls.some((call) => RECKONING.some((role) => program.means(program.nameOf(call), role))) ||
    places.some((site) =>
      writtenIn(site).some(
        ({ value }) =>
          value.kind === 'operation' && value.operands.length > 1 && ARITHMETIC.has(value.operator),
      ),
    )
  );
}
