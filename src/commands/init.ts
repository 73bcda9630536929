/** `init`: sets a project up to be audited on every push. */
import { type CommandLine, examples } from './command.ts';
import type { InitOptions } from './init/run.ts';
import { uses } from './shared-options.ts';

export function addInit({ program, here }: CommandLine): void {
  const command = program
    .command('init')
    .description('set up a project: its milestone in .milestone.yml, and a workflow that audits every push')
    .argument('[path]', 'folder of the project', '.')
    .option('-y, --yes', 'write without asking', false)
    .option('--pages', 'also a workflow that publishes report and badge on GitHub Pages', false)
    .addHelpText(
      'after',
      examples([
        'milestone-auditor init',
        'milestone-auditor init path/to/project --yes',
        'milestone-auditor init --milestone blog-api --yes',
        'milestone-auditor init --pages --yes',
      ]),
    );
  uses(command, 'milestone', 'color').action(async (path: string, options: InitOptions) => {
    const { init } = await import('./init/run.ts');
    const { milestone } = program.opts<{ readonly milestone?: string }>();
    await init(path, { milestone: milestone ?? 'auto', ...options }, here);
  });
}
