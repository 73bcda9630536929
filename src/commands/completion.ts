/** Shell completion: `completion SHELL` prints a script, which then asks this program what there is. */
import type { Command } from 'commander';
import { FORMATS } from '../reporters/formats.ts';
import { type CommandLine, examples } from './command.ts';
import { uses } from './shared-options.ts';

/** As the script of a shell asks: what comes next. */
const ASKED = 'complete';
const NAME = 'completion';

/** Called last: it tells the other commands and options. Its library is loaded by whoever completes. */
export async function addCompletion({ program, here }: CommandLine, words: readonly string[]): Promise<void> {
  const [first] = words;
  if (first !== ASKED && !(first === NAME && words.length > 1)) return describe(program);
  const { milestones } = await here.rules();
  choices(program, 'milestone', ['auto', ...milestones.map(({ id }) => id)]);
  choices(program, 'format', [...FORMATS]);
  for (const argument of program.commands.find((one) => one.name() === 'explain')?.registeredArguments ?? [])
    if (argument.name() === 'requirement')
      argument.argChoices = [...new Set(milestones.flatMap((one) => one.requirements.map(({ id }) => id)))];
  const { default: tab } = await import('@bomb.sh/tab/commander');
  tab(program, { completionCommandName: NAME });
}

/** What can stand behind an option, for the shell only: mistakes are worded where the option is read. */
function choices(program: Command, name: string, values: string[]): void {
  const option = program.options.find((one) => one.attributeName() === name);
  if (option) option.argChoices = values;
}

function describe(program: Command): void {
  const command = program
    .command(NAME)
    .description('print a script by which a shell completes commands, options and ids')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .addHelpText(
      'after',
      examples([
        'milestone-auditor completion bash    to be sourced by ~/.bashrc',
        'milestone-auditor completion zsh',
      ]),
    );
  uses(command);
}
