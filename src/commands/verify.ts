/** The command that audits again what a report is about, and says whether it comes to the same. */
import { type CommandLine, examples } from './command.ts';
import { uses } from './shared-options.ts';
import type { VerifyOptions } from './verify/run.ts';

export function addVerify({ program, here, exitWith }: CommandLine): void {
  const command = program
    .command('verify')
    .description('audit again what a JSON report is about, and say whether it is the same')
    .argument('<report>', 'a JSON report on one repository')
    .argument('[path]', 'a clone that holds the commit, or the folder that was audited', '.')
    .addHelpText(
      'after',
      examples([
        'milestone-auditor verify report.json',
        'milestone-auditor verify report.json path/to/clone',
      ]),
    );
  uses(command, 'config', 'rules').action(async (file: string, path: string) => {
    const { verify } = await import('./verify/run.ts');
    exitWith(await verify(file, path, program.opts<VerifyOptions>(), here));
  });
}
