/** Commands that are a class's methods or a folder's files: fire, cmd.Cmd, oclif, plumbum. */
import { isAlive } from '../../../program/life/alive.ts';
import { definedIn } from '../../../program/link/bodies.ts';
import { decoratorCalls } from '../../../program/link/qualified.ts';
import { descendsAs, inherited } from '../../../program/link/subclasses.ts';
import { valuesWithin } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { wordsOfName } from '../../../reading/words.ts';
import { type Command, commandWord, functionOf, parametersOf, stringOf } from './command.ts';

/** How textual calls what a key starts. */
const ACTION = 'action_';

function methodsOf(ref: DefinitionRef, program: Program): readonly DefinitionRef[] {
  return definedIn(program, ref).filter(({ definition }) => definition.kind === 'method');
}

export function classCommands(program: Program): readonly Command[] {
  const found: Command[] = [];
  for (const call of program.callsAs('cli.application')) {
    const given = call.call.arguments[0]?.value;
    const site = { file: call.file, definition: call.call.definition };
    const target = given ? program.resolve(given, site) : null;
    const classRef =
      target?.kind === 'definition' && target.ref.definition.kind === 'class'
        ? target.ref
        : target?.kind === 'instance'
          ? target.ref
          : null;
    const single = classRef ? null : functionOf(given, site, program);
    const handlers = classRef
      ? methodsOf(classRef, program)
      : single
        ? [single]
        : program
            .definitions()
            .filter(
              (ref) =>
                ref.file === call.file && ref.definition.parent === -1 && ref.definition.kind === 'function',
            );
    for (const ref of handlers) {
      if (ref.definition.name.startsWith('_')) continue;
      found.push({
        name: ref.definition.name.replaceAll('_', '-'),
        framework: 'fire',
        kind: 'subcommand',
        handler: ref,
        branch: null,
        file: ref.file,
        line: ref.definition.line,
        parameters: parametersOf(ref),
      });
    }
  }
  for (const ref of program.definitions()) {
    if (ref.definition.kind !== 'class') continue;
    const isScreen = descendsAs(program, ref, 'cli.screen');
    if (descendsAs(program, ref, 'cli.loop')) {
      for (const method of methodsOf(ref, program)) {
        const name = /^do_(\w+)$/.exec(method.definition.name)?.[1];
        if (name)
          found.push({
            name: name.replaceAll('_', '-'),
            framework: 'cmd',
            kind: 'menu',
            handler: method,
            branch: null,
            file: ref.file,
            line: method.definition.line,
            parameters: [],
          });
      }
    }
    for (const method of methodsOf(ref, program)) {
      const exposed = decoratorCalls(program, method).some((call) => program.means(call, 'cli.exposed'));
      const { name } = method.definition;
      const action = isScreen && name.startsWith(ACTION) ? name.slice(ACTION.length) : null;
      if (exposed || action)
        found.push({
          name: (action ?? name).replaceAll('_', '-'),
          framework: exposed ? 'exposed' : 'screen',
          kind: exposed ? 'subcommand' : 'menu',
          handler: method,
          branch: null,
          file: ref.file,
          line: method.definition.line,
          parameters: [],
        });
    }
    const own = commandOf(program, ref);
    if (own) found.push(own);
  }
  return found;
}

/** A class that is a command: oclif, plumbum, cleo … A base without a way to run is none. */
function commandOf(program: Program, ref: DefinitionRef): Command | null {
  const [meaning] = inherited(program, ref, 'cli.command-class');
  const handler = meaning?.about.run === undefined ? null : program.member(ref, meaning.about.run);
  if (!meaning || !handler) return null;
  const written = ref.definition.fields.find(({ name }) => name === meaning.about.field)?.value;
  const word =
    decoratorCalls(program, ref)
      .map(({ file, call }) =>
        stringOf(call.arguments[0]?.value, { file, definition: call.definition }, program),
      )
      .find((text) => text !== null) ??
    (written ? valuesWithin(written).find(({ kind }) => kind === 'literal') : undefined);
  const said = typeof word === 'object' && word?.kind === 'literal' ? word.value : word;
  const fromFile = meaning.about.named === 'file' ? /([^/]+)\.[jt]s$/.exec(ref.file.path)?.[1] : undefined;
  return {
    name: typeof said === 'string' ? commandWord(said) : (fromFile ?? wordOfClass(ref.definition.name)),
    framework: meaning.names[0] ?? '',
    kind: 'subcommand',
    handler,
    branch: null,
    file: ref.file,
    line: ref.definition.line,
    parameters: parametersOf(handler),
    ...(isAlive(program, { file: ref.file, definition: ref.id }) ? {} : { unrun: true }),
  };
}

/** `AddTaskCommand` → `add-task`. */
function wordOfClass(name: string): string {
  return wordsOfName(name.replace(/(?:Command|Cmd)$/, '')).join('-');
}
