/** Answers that only play a part. */
import type { CodeFile, Value } from '../../program/file.ts';
import { importGraphOf } from '../../program/life/imports.ts';
import type { CallRef, DefinitionRef, Program } from '../../program/program.ts';
import { baseName } from '../../reading/text-file.ts';
import type { Facts } from '../facts.ts';
import type { Unfinished } from './unfinished.ts';

/** Variables and functions whose own name says that they only play a part: `simulated_answer`, `mockResponse`. */
const PLAYED =
  /^_?(?:(?:simulated|mock|mocked|fake)_(?!mode|enabled|server|provider|client|llm|model|delay|now)\w*|(?:get|generate|create)_(?:mock|fake|simulated|dummy)_(?:response|answer|result|prediction|embedding|reply|score)\w*)$|^(?:simulated|mock|mocked|fake)(?!Mode|Enabled|Server|Provider|Client|Delay)[A-Z]\w*$/;
/** Classes that say so. */
const PLAYER = /^_?(?:Mock|Fake|Stub|Simulated)[A-Z]/;

/** One place a file: what plays a part does so in several lines. */
export function standIns({ program, routes, documentation, text }: Facts): readonly Unfinished[] {
  const players = playersIn(program);
  const { imported } = importGraphOf(program);
  const answering = new Set(routes.map(({ file }) => file));
  const said = text(documentation.readme?.path ?? '') ?? '';
  // A script beside a program that answers requests fills or tries it, unless the README has its reader start it.
  const isAside = (file: CodeFile) =>
    answering.size > 0 && !answering.has(file) && !imported.has(file) && !said.includes(baseName(file.path));
  return program.filesOf().flatMap((file): Unfinished[] => {
    if (file.notebook || isAside(file)) return [];
    const named = [
      ...file.assignments.flatMap(({ target, value, line }) =>
        target.kind === 'name' && !isWords(value)
          ? [{ name: target.name.replace(/^(?:self|this)\./, ''), line }]
          : [],
      ),
      ...file.definitions.flatMap(({ name, line }, id) => {
        const ref = PLAYED.test(name) ? program.definitionOf({ file, definition: id }) : null;
        return ref !== null && program.callers(ref).length > 0 ? [{ name, line }] : [];
      }),
    ].filter(({ name }) => PLAYED.test(name));
    const [first] = [...named, ...(players.get(file) ?? [])].sort((a, b) => a.line - b.line);
    return first === undefined
      ? []
      : [{ path: file.path, line: first.line, what: `${first.name} stands in for the real thing` }];
  });
}

/** A list of words and figures is shown for its own sake; records are there in place of others. */
function isWords(value: Value | null): boolean {
  return (
    value?.kind === 'list' && value.items.length > 0 && value.items.every(({ kind }) => kind === 'literal')
  );
}

/** Classes that play a part in the running program, whatever the settings are: what a condition chooses is a fallback. */
function playersIn(
  program: Program,
): ReadonlyMap<CodeFile, readonly { readonly name: string; readonly line: number }[]> {
  const found = new Map<CodeFile, { name: string; line: number }[]>();
  for (const call of program.calls()) {
    const made = program.callee(call);
    if (made.kind !== 'definition' || !isPlayer(made.ref) || isChosen(program, call)) continue;
    const { name, line } = made.ref.definition;
    found.set(made.ref.file, [...(found.get(made.ref.file) ?? []), { name, line }]);
  }
  return found;
}

function isPlayer({ definition: { kind, name } }: DefinitionRef): boolean {
  return kind === 'class' && PLAYER.test(name);
}

function isChosen(program: Program, { file, call }: CallRef): boolean {
  return program.blocksAround(file, call.block).some(({ kind }) => /^(?:if|else|case|except)$/.test(kind));
}
