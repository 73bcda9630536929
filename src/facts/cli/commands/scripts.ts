/** Commands declared to a parser object in TypeScript and JavaScript: commander, yargs, cac. */
import { type Call, type CallId, type CodeFile, MODULE, type Value } from '../../../program/file.ts';
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
    const described = name === 'command' && first ? describedIn(program, first, site) : [];
    for (const one of described) found.push({ ...one, framework });
    if (described.length > 0) continue;
    const word = stringOf(first?.kind === 'list' ? first.items[0] : first, site, program);
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
    const kept = keptIn(file, id);
    const byVariable = kept
      ? file.calls.find((other) => other.callee.kind === 'name' && other.callee.name === `${kept}.action`)
      : undefined;
    const acting = action ?? byVariable;
    const handler =
      (acting
        ? functionOf(acting.arguments[0]?.value, { file, definition: acting.definition }, program)
        : null) ?? inline;
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

/** Yargs' modules: objects, or files, that name their `command` and their `handler`; one of them, or a list. */
function describedIn(program: Program, value: Value, site: Site): readonly Omit<Command, 'framework'>[] {
  const target = value.kind === 'dict' || value.kind === 'list' ? null : program.resolve(value, site);
  if (target?.kind === 'module') return describedBy(program, fieldsOf(target.file), atTop(target.file));
  const [whole, at] = target?.kind === 'value' ? [target.value, target.site] : [value, site];
  if (whole.kind === 'list')
    return whole.items
      .filter((item) => item.kind !== 'list' && item.kind !== 'literal')
      .flatMap((item) => describedIn(program, item, at));
  return whole.kind === 'dict' ? describedBy(program, entriesOf(whole), at) : [];
}

type Fields = ReadonlyMap<string, Value>;

function describedBy(program: Program, fields: Fields, site: Site): readonly Omit<Command, 'framework'>[] {
  const command = fields.get('command');
  const word = stringOf(command?.kind === 'list' ? command.items[0] : command, site, program);
  if (!command || word === null) return [];
  const handler = functionOf(fields.get('handler'), site, program);
  return [
    {
      name: commandWord(word),
      kind: 'subcommand',
      handler,
      branch: null,
      file: site.file,
      line: command.line,
      parameters: parametersOf(handler),
    },
  ];
}

function atTop(file: CodeFile): Site {
  return { file, definition: MODULE };
}

function entriesOf({ entries }: Value & { kind: 'dict' }): Fields {
  return new Map(
    entries.flatMap(({ key, value }) =>
      key?.kind === 'literal' ? [[String(key.value), value] as const] : [],
    ),
  );
}

/** What a file gives, by name. */
function fieldsOf(file: CodeFile): Fields {
  return new Map(
    file.exports.map(({ exported, local, value, line }): [string, Value] => [
      exported,
      value ?? { kind: 'name', name: local ?? exported, line },
    ]),
  );
}
