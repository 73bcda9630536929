/** What was typed and ends the program with a traceback: `int(input("Id: "))` of what is no number, `sys.argv[2]` of what is not there. */
import { type BlockId, type CodeFile, NONE, type Value } from '../../program/file.ts';
import { argumentsFor, parameterNamed } from '../../program/flow/parameters.ts';
import { isAlive } from '../../program/life/alive.ts';
import { catches, handlersAround } from '../../program/life/caught.ts';
import { writtenAnywhere } from '../../program/life/region.ts';
import { bodyOf } from '../../program/link/bodies.ts';
import { calleeParts, lastName, siteOf } from '../../program/link/calls.ts';
import { firstSegment, valuesThroughCalls } from '../../program/link/values.ts';
import { blocksAround } from '../../program/nesting.ts';
import type { CallRef, DefinitionRef, Program, Site } from '../../program/program.ts';
import { wordsOfName } from '../../reading/words.ts';

interface Place {
  readonly file: CodeFile;
  readonly definition: number;
  readonly block: number;
  readonly line: number;
}

const CONVERTS = new Set(['int', 'float', 'Decimal', 'strptime', 'fromisoformat']);
/** They change how a text is written, not what it says. */
const TIDIES = new Set(['strip', 'lstrip', 'rstrip', 'lower', 'upper']);
const NO_NUMBER = new Set('ValueError ArithmeticError InvalidOperation'.split(' '));
const NOT_THERE = new Set('IndexError LookupError'.split(' '));
/** Words of calls that end a command. */
const ENDS = new Set('exit abort quit usage error'.split(' '));
/** Callers looked at, from the innermost outwards. */
const MOST_CALLERS = 30;
const MAX_DEPTH = 4;

/** Such places in code that runs, by file and line. */
export function unguardedInput(program: Program): readonly Place[] {
  const converted = program.calls().flatMap((call): readonly Place[] => {
    const { callee, arguments: given, definition, block, line } = call.call;
    const first = given[0]?.value;
    if (call.file.language !== 'python' || call.file.notebook || !first) return [];
    if (!CONVERTS.has(lastName(callee)) || program.targetsOf(call).length > 0) return [];
    const site = siteOf(call);
    const place = { file: call.file, definition, block, line };
    return isTyped(program, first, site, 0) &&
      !isAsked(place, baseOf(first)) &&
      !isCaught(program, place, NO_NUMBER, 0) &&
      isAlive(program, site)
      ? [place]
      : [];
  });
  return [...converted, ...absentWords(program)];
}

/** Whether a text comes from a prompt as it was typed. */
function isTyped(program: Program, value: Value, site: Site, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (value.kind === 'call') {
    const call = program.callOf(site.file, value.call);
    if (program.means(call, 'cli.input') || program.means(program.nameOf(call), 'cli.prompt')) return true;
    const parts = calleeParts(call.call.callee);
    return parts !== null && TIDIES.has(parts.name) && isTyped(program, parts.of, site, depth + 1);
  }
  if (value.kind === 'index') return isArgv(program, value.of, site);
  if (value.kind !== 'name' || value.name.includes('.')) return false;
  const found = parameterNamed(value.name, site);
  const owner = found && program.definitionOf({ file: site.file, definition: found.owner });
  if (owner)
    return program
      .callers(owner)
      .slice(0, MOST_CALLERS)
      .some((call) =>
        argumentsFor(found.parameter, owner, call).some((given) =>
          isTyped(program, given, siteOf(call), depth + 1),
        ),
      );
  return program
    .assignmentsTo(value.name, site)
    .slice(0, 4)
    .some(
      ({ file, assignment: { value: given, via, definition } }) =>
        via === '=' && given !== null && isTyped(program, given, { file, definition }, depth + 1),
    );
}

/** `sys.argv`, or a name for what follows in it. */
function isArgv(program: Program, value: Value, site: Site): boolean {
  if (value.kind === 'index') return isArgv(program, value.of, site);
  if (value.kind !== 'name') return false;
  const target = program.resolve(value, site);
  if (target.kind === 'external') return target.name === 'sys.argv';
  return program
    .assignmentsTo(value.name, site)
    .slice(0, 2)
    .some(
      ({ file, assignment: { value: given, definition } }) =>
        given?.kind === 'index' && isArgv(program, given.of, { file, definition }),
    );
}

/** Words of the command line that are taken though nobody looked how many there are. */
function absentWords(program: Program): readonly Place[] {
  return program.filesOf().flatMap((file) => {
    if (file.language !== 'python' || file.notebook) return [];
    const seen = writtenAnywhere(file).filter(
      ({ value, site }) =>
        value.kind === 'index' &&
        value.index[0]?.kind === 'literal' &&
        typeof value.index[0].value === 'number' &&
        isArgv(program, value.of, site),
    );
    return seen.flatMap(({ value, site }) => {
      const place = placeOf(file, value, site);
      const guarded =
        place === null ||
        isAsked(place, baseOf(value)) ||
        isCaught(program, place, NOT_THERE, 0) ||
        !isAlive(program, site);
      return guarded ? [] : [place];
    });
  });
}

/** The block of a value, by the assignment or the call that it stands in. */
function placeOf(file: CodeFile, value: Value, { definition }: Site): Place | null {
  const { assignments, calls } = bodyOf(file, definition);
  const at =
    assignments.find((one) => one.line === value.line) ??
    calls.flatMap((id) => file.calls[id] ?? []).find((one) => one.line === value.line);
  return at ? { file, definition, block: at.block, line: value.line } : null;
}

/** `sys.argv` of `sys.argv[2]`, `text` of `text.strip()`. */
function baseOf(value: Value): string {
  if (value.kind === 'index') return baseOf(value.of);
  if (value.kind === 'name') return value.name;
  return '';
}

/** A condition on the same thing stands around the place, or before it with a way out. */
function isAsked({ file, definition, block, line }: Place, base: string): boolean {
  if (base === '') return false;
  // An `else` stands under the conditions of its `if` and of each `elif` before it.
  const chain = new Set(blocksAround(file, block));
  for (const id of chain) {
    const of = file.blocks[id]?.of ?? NONE;
    if (of !== NONE) chain.add(of);
  }
  return file.blocks.some((one, id) => {
    if (one.definition !== definition || !one.test || one.kind === 'for' || one.line > line) return false;
    const names = valuesThroughCalls(one.test, file).flatMap((part) =>
      part.kind === 'name' ? [part.name, firstSegment(part.name)] : [],
    );
    if (!names.includes(base)) return false;
    return one.kind === 'while' || chain.has(id) || leaves(file, id);
  });
}

function leaves(file: CodeFile, block: number): boolean {
  return (
    file.statements.some(
      (one) => one.block === block && /^(?:return|raise|continue|break)$/.test(one.kind),
    ) ||
    file.calls.some(
      (call) => call.block === block && ENDS.has(wordsOfName(lastName(call.callee)).at(-1) ?? ''),
    )
  );
}

/** In the `try` of a fitting handler, or called only from within one. */
function isCaught(
  program: Program,
  { file, definition, block }: Place,
  fits: ReadonlySet<string>,
  depth: number,
): boolean {
  const caught = isHandled(program, file, block, fits);
  if (caught || depth >= MAX_DEPTH) return caught;
  const owner: DefinitionRef | null = program.definitionOf({ file, definition });
  const callers = owner ? program.callers(owner).slice(0, MOST_CALLERS) : [];
  if (owner && callers.length === 0) return dispatchIsCaught(program, fits);
  return (
    callers.length > 0 && callers.every((caller) => isCaught(program, placeOfCall(caller), fits, depth + 1))
  );
}

function placeOfCall({ file, call: { definition, block, line } }: CallRef): Place {
  return { file, definition, block, line };
}

function isHandled(program: Program, file: CodeFile, block: BlockId, fits: ReadonlySet<string>): boolean {
  return handlersAround(file, block).some((handlers) =>
    handlers.some((handler) => catches(program, file, handler, fits)),
  );
}

/** Who calls is not known: `args.run(args)`, `app()` and `chosen()` in a `try` may. */
function dispatchIsCaught(program: Program, fits: ReadonlySet<string>): boolean {
  return program.filesOf().some((file) =>
    file.calls.some((_, id) => {
      const call = program.callOf(file, id);
      return isHandled(program, file, call.call.block, fits) && mayRunAny(program, call);
    }),
  );
}

function mayRunAny(program: Program, call: CallRef): boolean {
  const { callee } = call.call;
  if (callee.kind === 'index' || callee.kind === 'call') return true;
  if (program.means(program.nameOf(call), 'cli.arguments')) return true;
  return (
    callee.kind === 'name' &&
    !callee.name.includes('.') &&
    program.assignmentsTo(callee.name, siteOf(call)).length > 0
  );
}
