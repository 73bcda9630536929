/**
 * Which functions must fail when they are run, and where in them: for something that they read, or because they run another
 * one that fails.
 */
import { addTo } from '../../reading/collections.ts';
import { covers } from '../../reading/text-file.ts';
import { type CodeFile, type DefinitionId, MODULE, type Value } from '../file.ts';
import { bodyOf } from '../link/bodies.ts';
import { siteAround, siteOf } from '../link/calls.ts';
import { valuesThroughCalls } from '../link/values.ts';
import { definitionsAround } from '../nesting.ts';
import type { DefinitionRef, Program } from '../program.ts';
import { isGuarded } from './unbound.ts';

/** Where and why: 'uses User.password, which User does not have'. */
export interface Failure {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/** A failure with the place in a definition at which it is met: where it stands, or the call that leads to it. */
interface Met {
  readonly failure: Failure;
  readonly line: number;
}

export interface Failing {
  /** Why a file fails while it is loaded. */
  ofFile(file: CodeFile): Failure | null;
  /** Why what stands at a line of a file fails. */
  at(file: CodeFile, line: number): Failure | null;
}

/** What makes a function of a class of views. */
const VIEW = '.as_view';
/** Attributes of a class that name what its objects work with. */
const MADE_FROM: ReadonlySet<string> = new Set(['serializer_class', 'form_class']);
/** Functions that fail because of one, at most. */
const MOST = 2000;

export function failingOf(
  program: Program,
  failures: readonly (Failure & { readonly definition: DefinitionId })[],
): Failing {
  const met = new Map<DefinitionRef, Met[]>();
  const atTop = new Map<CodeFile, Failure>();
  const queue: DefinitionRef[] = [];
  const meet = (file: CodeFile, definition: DefinitionId, line: number, failure: Failure): void => {
    if (isGuarded(file, line)) return;
    const ref = program.definitionOf({ file, definition });
    const always = conditionsAround(file, definition, line).length === 0;
    if (!ref) {
      if (always && !atTop.has(file)) atTop.set(file, failure);
      return;
    }
    if (always && !met.get(ref)?.some((one) => conditionsAround(file, definition, one.line).length === 0))
      queue.push(ref);
    addTo(met, ref, { failure, line });
  };
  for (const { definition, ...failure } of failures) {
    const file = program.file(failure.path);
    if (file) meet(file, definition, failure.line, failure);
  }
  const runs = queue.length > 0 ? runnersOf(program) : null;
  for (const ref of queue) {
    const [first] = (met.get(ref) ?? []).filter(
      ({ line }) => conditionsAround(ref.file, ref.id, line).length === 0,
    );
    if (!first || queue.length > MOST) continue;
    // What a file runs while it is loaded may be its start, and stands there for other reasons too.
    for (const { file, definition, line } of runs?.get(ref) ?? [])
      if (definition !== MODULE) meet(file, definition, line, first.failure);
  }
  return {
    ofFile: (file) => atTop.get(file) ?? null,
    at: (file, line) =>
      met.size === 0
        ? null
        : (failureAround(program, met, file, line) ?? handedOver(program, met, file, line)),
  };
}

/** In a definition around the line, under no condition under which the line itself does not stand. */
function failureAround(
  program: Program,
  met: ReadonlyMap<DefinitionRef, readonly Met[]>,
  file: CodeFile,
  line: number,
): Failure | null {
  const decorated = file.definitions.findIndex(({ decorators }) =>
    decorators.some((one) => one.line === line),
  );
  const innermost = decorated < 0 ? file.definitions.findLastIndex((one) => covers(one, line)) : decorated;
  for (const id of definitionsAround(file, innermost)) {
    const ref = program.definitionOf({ file, definition: id });
    const hit = (ref ? met.get(ref) : undefined)?.find(({ line: at }) =>
      conditionsAround(file, id, at).every((block) => covers(block, line)),
    );
    if (hit) return hit.failure;
  }
  return null;
}

/** `path("posts/", PostList.as_view())`: the line hands over what fails. */
function handedOver(
  program: Program,
  met: ReadonlyMap<DefinitionRef, readonly Met[]>,
  file: CodeFile,
  line: number,
): Failure | null {
  for (const call of file.calls) {
    if (call.line !== line) continue;
    for (const { value } of call.arguments)
      for (const part of valuesThroughCalls(value, file)) {
        const ref = named(program, part, file, call.definition);
        const [first] =
          (ref ? met.get(ref) : undefined)?.filter(
            (one) => ref && conditionsAround(ref.file, ref.id, one.line).length === 0,
          ) ?? [];
        if (first) return first.failure;
      }
  }
  return null;
}

function named(
  program: Program,
  value: Value,
  file: CodeFile,
  definition: DefinitionId,
): DefinitionRef | null {
  if (value.kind !== 'name') return null;
  const name = value.name.endsWith(VIEW) ? value.name.slice(0, -VIEW.length) : value.name;
  const target = program.resolve({ ...value, name }, { file, definition });
  return target.kind === 'definition' ? target.ref : null;
}

/** What may keep a line of a definition from being run; a loop over what there is does not. */
function conditionsAround(file: CodeFile, definition: DefinitionId, line: number) {
  return bodyOf(file, definition).blocks.filter(
    (one) =>
      /^(?:if|else|case|except|while)$/.test(one.kind) &&
      covers(one, line) &&
      // Its own condition is always asked.
      one.line !== line,
  );
}

interface Place {
  readonly file: CodeFile;
  readonly definition: DefinitionId;
  readonly line: number;
}

/** Where each definition is surely run: by a call that means no other, as a dependency, as what a class is made of. */
function runnersOf(program: Program): ReadonlyMap<DefinitionRef, readonly Place[]> {
  const runs = new Map<DefinitionRef, Place[]>();
  for (const call of program.calls()) {
    const { file } = call;
    if (file.language !== 'python' || file.notebook) continue;
    const { definition, line } = call.call;
    const callee = program.callee(call);
    if (callee.kind === 'definition') addTo(runs, callee.ref, { file, definition, line });
  }
  for (const ref of program.definitions()) {
    const { file, id, definition } = ref;
    if (file.language !== 'python') continue;
    const run = (value: Value, line: number): void => {
      const target = program.resolve(value, siteAround(ref));
      if (target.kind === 'definition') addTo(runs, target.ref, { file, definition: id, line });
    };
    // `user: User = Depends(current_user)`
    for (const parameter of definition.parameters)
      for (const written of [parameter.default, parameter.annotation])
        for (const part of written ? valuesThroughCalls(written, file) : []) {
          if (part.kind !== 'call') continue;
          const call = program.callOf(file, part.call);
          if (program.callee(call).kind === 'external' && siteOf(call).definition !== id)
            for (const { value } of call.call.arguments) run(value, definition.line);
        }
    // `serializer_class = PostSerializer`
    if (definition.kind === 'class')
      for (const { name, value, line } of definition.fields)
        if (value?.kind === 'name' && MADE_FROM.has(name)) run(value, line);
  }
  return runs;
}
