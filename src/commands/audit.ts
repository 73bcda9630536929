/** The main command: audit a project. What it does is loaded when it runs. */
import { FORMATS } from '../reporters/formats.ts';
import type { AuditOptions } from './audit/run.ts';
import { type CommandLine, examples } from './command.ts';
import { addMeasuringOptions } from './measuring-options.ts';

/** The command itself, and the same without its name. */
export function addAudit({ program, here, exitWith }: CommandLine): void {
  const run = async (path: string): Promise<void> => {
    const { auditCommand } = await import('./audit/run.ts');
    exitWith(await auditCommand(path, program.opts<AuditOptions>(), here));
  };
  program
    .argument('[path]', 'folder of the project; owner/repo[@REF] or an address too', '.')
    .option(
      '-m, --milestone <id>',
      "milestone to judge by, or 'auto' to recognise it (default: as configured, else auto)",
    )
    .option(
      '-f, --format <formats>',
      `${FORMATS.join(' or ')}; several, separated by commas, with --output FOLDER`,
      'terminal',
    )
    .option('-o, --output <file>', 'write the report to a file instead of stdout')
    .option('--fail-under <percent>', 'exit with 1 where the low end of the score is below')
    .option('--require <ids>', 'exit with 1 where one of these requirements is not met', listed, [])
    .option('--config <file>', 'read this file instead of .milestone.yml of the project')
    .option('--no-config', 'judge without .milestone.yml: nothing is left out or waived')
    .option('--rules <path>', 'rule file or folder of your own, added to the built-in rules', collected, [])
    .option('--no-cache', 'read and judge all of it anew, and keep nothing of it')
    .option('--compare <file>', 'say what got better and worse since this JSON report')
    .option('-w, --watch', 'audit again whenever a file changes, and say what flipped', false)
    .option('-v, --verbose', 'all evidence, what was looked for, and why it matters', false)
    .option('-q, --quiet', 'only what is not met and the closing line; nothing on stderr but gates', false)
    .option('-s, --summary', 'a line per milestone and nothing else', false)
    .option('--color', 'colours, whatever the output is')
    .option('--no-color', 'no colours')
    .action(run);
  addMeasuringOptions(program);
  program
    .command('audit')
    .description('audit a project: the same as no command at all')
    .argument('[path]', 'folder of the project; owner/repo[@REF] or an address too', '.')
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      'after',
      examples([
        'milestone-auditor audit path/to/project',
        'milestone-auditor audit path/to/project --milestone blog-api --verbose',
        'milestone-auditor audit octocat/hello-world@v1.0     on GitHub: by its API with GITHUB_TOKEN, else cloned',
        'milestone-auditor audit . --coverage coverage.xml --live',
      ]),
    )
    .action(run);
}

function collected(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

function listed(value: string, before: readonly string[]): readonly string[] {
  const ids = value.split(',').map((id) => id.trim());
  return [...before, ...ids.filter((id) => id !== '')];
}
