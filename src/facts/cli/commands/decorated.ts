/** Commands that are declared by decorating or registering a function: click, typer, and what is built like them. */
import type { Call, CodeFile } from '../../../program/file.ts';
import { firstSegment, lastSegment } from '../../../program/link/values.ts';
import type { DefinitionRef, Program } from '../../../program/program.ts';
import { type Command, commandWord, functionOf, onlyDetails, parametersOf, stringOf } from './command.ts';
import { looseCommands } from './loose.ts';

const REGISTER = new Set(['command', 'group', 'callback']);

/** 'click' or 'typer' by what the file and its neighbours import; null when neither is there. */
function frameworkOf(file: CodeFile, qualified: string): string | null {
  const top = firstSegment(qualified);
  if (/^(click|typer|cyclopts|asyncclick|rich_click|cloup|discord|disnake|nextcord)$/.test(top)) return top;
  const imported = file.imports.find((item) =>
    /^(click|typer|cyclopts|asyncclick|rich_click|cloup)\b/.test(item.module),
  );
  return imported
    ? firstSegment(imported.module)
    : qualified.startsWith('?.') || !qualified.includes('.')
      ? 'click'
      : null;
}

/** Whether a function's options only detail it: it is itself a command that shows or makes something. */
function detailsOf(ref: DefinitionRef, program: Program): boolean {
  const { file, definition } = ref;
  return definition.decorators.some((decorator) => {
    const call = decorator.kind === 'call' ? file.calls[decorator.call] : undefined;
    if (!call || (call.callee.kind !== 'name' && call.callee.kind !== 'member')) return false;
    if (lastSegment(call.callee.name) !== 'command') return false;
    return onlyDetails(ofRegistration(program, file, call, ref, 0, '').name);
  });
}

function ofRegistration(
  program: Program,
  file: CodeFile,
  call: Call | null,
  ref: DefinitionRef,
  line: number,
  framework: string,
): Command {
  const site = { file, definition: call?.definition ?? -1 };
  const given = call?.arguments.find((argument) => argument.name === null || argument.name === 'name');
  const named = given ? stringOf(given.value, site, program) : null;
  const name =
    named ??
    ref.definition.name
      .replace(/_(command|cmd)$/, '')
      .replace(/^(cmd|command|do|handle)_/, '')
      .replaceAll('_', '-');
  return {
    name,
    framework,
    kind: 'subcommand',
    handler: ref,
    branch: null,
    file,
    line,
    parameters: parametersOf(ref),
  };
}

export function decoratedCommands(program: Program): readonly Command[] {
  const found: Command[] = [];
  const isLoose = looseCommands(program);
  for (const ref of program.definitions()) {
    if (isLoose(ref)) continue;
    const { file, definition } = ref;
    for (const decorator of definition.decorators) {
      const call = decorator.kind === 'call' ? (file.calls[decorator.call] ?? null) : null;
      const callee = call ? call.callee : decorator;
      if (callee.kind !== 'name' && callee.kind !== 'member') continue;
      const qualified =
        decorator.kind === 'call' ? program.nameOf(program.callOf(file, decorator.call)) : callee.name;
      const last = lastSegment(callee.name);
      const framework = frameworkOf(file, qualified);
      if (framework === null || /discord|disnake|nextcord/.test(framework)) continue;
      // A flag of a single command: `--add`.
      if (last === 'option' && call) {
        const written = call.arguments
          .map((argument) => stringOf(argument.value, { file, definition: call.definition }, program))
          .find((text) => text?.startsWith('--'));
        const flag = call.arguments.some((argument) => argument.name === 'is_flag');
        if (written && !detailsOf(ref, program) && flag)
          found.push({
            name: commandWord(written),
            framework,
            kind: 'flag',
            handler: ref,
            branch: null,
            file,
            line: call.line,
            parameters: [],
          });
        continue;
      }
      if (!REGISTER.has(last) || last === 'callback') continue;
      // `@click.command()` alone starts the program; `@cli.command()` is one of its commands.
      if (last === 'group') continue;
      found.push(ofRegistration(program, file, call, ref, decorator.line, framework));
    }
  }
  for (const file of program.filesOf()) {
    for (const call of file.calls) {
      const site = { file, definition: call.definition };
      // `app.command("add")(add_task)`
      if (call.callee.kind === 'call') {
        const inner = file.calls[call.callee.call];
        const name =
          inner && (inner.callee.kind === 'name' || inner.callee.kind === 'member')
            ? lastSegment(inner.callee.name)
            : '';
        const handler = name === 'command' ? functionOf(call.arguments[0]?.value, site, program) : null;
        const framework = inner
          ? frameworkOf(file, program.nameOf(program.callOf(file, call.callee.call)))
          : null;
        if (inner && handler && framework)
          found.push(ofRegistration(program, file, inner, handler, call.line, framework));
      }
      // `cli.add_command(add, "add")`
      if (
        (call.callee.kind === 'name' || call.callee.kind === 'member') &&
        lastSegment(call.callee.name) === 'add_command'
      ) {
        const handler = functionOf(call.arguments[0]?.value, site, program);
        const named = stringOf(
          (call.arguments.find((argument) => argument.name === 'name') ?? call.arguments[1])?.value,
          site,
          program,
        );
        if (handler && named)
          found.push({
            name: named,
            framework: 'click',
            kind: 'subcommand',
            handler,
            branch: null,
            file,
            line: call.line,
            parameters: parametersOf(handler),
          });
      }
    }
  }
  return found;
}
