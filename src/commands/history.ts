/** The history command: readiness over a project's own commits, read from its object store. */
import { type CommandLine, examples } from './command.ts';
import type { HistoryOptions } from './history/run.ts';
import { uses } from './shared-options.ts';

export function addHistory({ program, here }: CommandLine): void {
  const command = program
    .command('history')
    .description('how ready a project was, over its own commits')
    .argument('[path]', 'folder of the project', '.')
    .option(
      '--every <what>',
      "which commits are audited: 'week', 'tag' or a number (default: some two dozen)",
    )
    .option('--since <revision>', 'only commits after this one')
    .addHelpText(
      'after',
      examples([
        'milestone-auditor history',
        'milestone-auditor history path/to/project --every week --format html --output history.html',
      ]),
    );
  uses(command, 'milestone', 'format', 'output', 'config', 'rules', 'cache', 'color');
  command.action(async (path: string) => {
    const { historyCommand } = await import('./history/run.ts');
    await historyCommand(path, command.optsWithGlobals<HistoryOptions>(), here);
  });
}
