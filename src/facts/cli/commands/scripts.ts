/** Commands declared to a parser object in TypeScript and JavaScript: commander, yargs, cac. */
import type { Call, CallId, CodeFile, Value } from '../../../program/file.ts';
import type { Program, Site } from '../../../program/program.ts';
import { branchHandler, calleeName, keptIn } from './branches.ts';
import { type Command, commandWord, functionOf, onlyDetails, parametersOf, stringOf } from './command.ts';

/** The call at the root of a chain: in `program.command('add').option(…).action(run)` that of `command`. */
function chainHas(file: CodeFile, value: Value, id: CallId): boolean {
  let current: Value | undefined = value;
  for (let step = 0; current && step < 60; step++) {
    if (current.kind === 'member') current = current.of;
    else if (current.kind === 'call') {
      if (current.call === id) return true;
      current = file.calls[current.call]?.callee;
    } else return false;
  }
  return false;
}

/** The command that an option in a chain belongs to; null for the program's own. */
function ownerOf(file: CodeFile, call: Call, site: Site, program: Program): string | null {
  let current: Value = call.callee;
  for (let step = 0; step < 60; step++) {
    if (current.kind === 'member') current = current.of;
    else if (current.kind === 'call') {
      const inner: Call | undefined = file.calls[current.call];
      if (!inner) return null;
      if (calleeName(inner) === 'command') {
        const word = stringOf(inner.arguments[0]?.value, site, program);
        return word === null ? null : commandWord(word);
      }
      current = inner.callee;
    } else return null;
  }
  return null;
}

export function scriptCommands(program: Program, file: CodeFile): Command[] {
  const found: Command[] = [];
  const library = file.imports.find((item) =>
    /^(commander|yargs(\/.*)?|cac|sade|vorpal|caporal|@caporal\/core|cmd-ts|clipanion|nest-commander)$/.test(
      item.module,
    ),
  )?.module;
  for (const [id, call] of file.calls.entries()) {
    const name = calleeName(call);
    if (name !== 'command' && name !== 'option' && name !== 'addCommand') continue;
    const site = { file, definition: call.definition };
    const qualified = program.nameOf(program.callOf(file, id));
    const framework = library ?? (/^(commander|yargs|cac|sade)/.exec(qualified)?.[0] as string | undefined);
    if (!framework) continue;
    const first = call.arguments[0]?.value;
    const described =
      first?.kind === 'dict'
        ? first.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === 'command')?.value
        : undefined;
    const word = stringOf(described ?? (first?.kind === 'list' ? first.items[0] : first), site, program);
    if (!word) continue;
    if (name === 'option') {
      const owner = ownerOf(file, call, site, program);
      if (owner !== null && onlyDetails(owner)) continue;
      const long = /--([\w-]+)/.exec(word)?.[1];
      const branch = long ? branchHandler(program, long, true) : null;
      if (long && branch && branch.branch !== null)
        found.push({
          name: long,
          framework,
          kind: 'flag',
          handler: branch.handler,
          branch: branch.branch,
          file,
          line: call.line,
          parameters: [],
        });
      continue;
    }
    const action = file.calls.find(
      (other) =>
        /^(action|handler)$/.test(calleeName(other)) &&
        other.callee.kind === 'member' &&
        chainHas(file, other.callee.of, id),
    );
    const inline =
      [...call.arguments]
        .reverse()
        .map((argument) => functionOf(argument.value, site, program))
        .find((ref) => ref !== null) ?? null;
    const inDict =
      first?.kind === 'dict'
        ? functionOf(
            first.entries.find((entry) => entry.key?.kind === 'literal' && entry.key.value === 'handler')
              ?.value,
            site,
            program,
          )
        : null;
    const kept = keptIn(file, id);
    const byVariable = kept
      ? file.calls.find((other) => other.callee.kind === 'name' && other.callee.name === `${kept}.action`)
      : undefined;
    const acting = action ?? byVariable;
    const handler =
      (acting
        ? functionOf(acting.arguments[0]?.value, { file, definition: acting.definition }, program)
        : null) ??
      inDict ??
      inline;
    found.push({
      name: commandWord(word),
      framework,
      kind: 'subcommand',
      handler,
      branch: null,
      file,
      line: call.line,
      parameters: parametersOf(handler),
    });
  }
  return found;
}
