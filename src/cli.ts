#!/usr/bin/env node
/** The command line: arguments in, exit code out. */
import { existsSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { REPORT_A_FAULT } from './addresses.ts';
import { addAudit } from './commands/audit.ts';
import { addCohort } from './commands/cohort.ts';
import { type CommandLine, EXIT } from './commands/command.ts';
import { addCompletion } from './commands/completion.ts';
import { setUpEngine } from './commands/engine.ts';
import { addExplain } from './commands/explain.ts';
import { addHistory } from './commands/history.ts';
import { addInit } from './commands/init.ts';
import { installationAt } from './commands/installation.ts';
import { addKnowledge } from './commands/knowledge.ts';
import { addMilestones } from './commands/milestones.ts';
import { addPortfolio } from './commands/portfolio.ts';
import { addRules } from './commands/rules.ts';
import { refuseTwice, refuseUnused } from './commands/shared-options.ts';
import { addVerify } from './commands/verify.ts';
import { nearestOf, noSuchCommand, notPrinted, UserError } from './errors.ts';
import { visible } from './reporters/visible.ts';

/** A new command is one line here. */
const COMMANDS: readonly ((line: CommandLine) => void)[] = [
  addAudit,
  addCohort,
  addExplain,
  addHistory,
  addInit,
  addKnowledge,
  addMilestones,
  addPortfolio,
  addRules,
  addVerify,
];

const EXAMPLES = `
Examples:
  milestone-auditor                                     audit the current folder
  milestone-auditor path/to/project --milestone blog-api
  milestone-auditor --format json --output report.json
  milestone-auditor --milestone blog-api --fail-under 80 --require jwt-auth

Exit codes: 0 fine, 1 a gate was not met, 2 usage, 3 nothing to audit or no milestone recognised, 70 our own fault`;

async function run(words: readonly string[]): Promise<number> {
  const here = installationAt(new URL('.', import.meta.url));
  let code: number = EXIT.fine;
  const exitWith = (given: number): void => {
    code = given;
  };
  const program = new Command('milestone-auditor')
    .description('Judges a repository against a milestone project, with file and line behind every verdict.')
    .version(here.version, '-V, --version')
    .addHelpText('after', EXAMPLES)
    // The program has an action of its own, so that commander would leave this out.
    .helpCommand('help [command]', 'show what a command does and takes')
    .showSuggestionAfterError()
    .exitOverride();
  const line: CommandLine = { program, here, exitWith };
  for (const add of COMMANDS) add(line);
  await addCompletion(line, words);
  refuseTwice(program);
  refuseUnknown(program);
  program.hook('preAction', (_, command) => {
    refuseUnused(command);
    colour(program.opts<{ readonly color?: boolean }>().color);
  });
  await program.parseAsync(words, { from: 'user' });
  return code;
}

/** Words that are no path: a command that is spelt wrongly would be looked for as a folder. */
function refuseUnknown(program: Command): void {
  const names = program.commands.map((one) => one.name());
  program.allowExcessArguments().hook('preAction', (_, command) => {
    if (command !== program) return;
    const [first = '', ...more] = command.args;
    const known = nearestOf(first, names).length > 0 && !existsSync(first);
    if (known || more.length > 0) throw noSuchCommand(first, names);
  });
}

/** `--color` and `--no-color` say what the environment would. */
function colour(wanted: boolean | undefined): void {
  if (wanted === undefined) return;
  delete process.env[wanted ? 'NO_COLOR' : 'FORCE_COLOR'];
  process.env[wanted ? 'FORCE_COLOR' : 'NO_COLOR'] = '1';
}

/** What went wrong, worded for whoever can mend it, and the exit code that says so. */
function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  if (error instanceof UserError) {
    // A rule file may hold several mistakes, one a line.
    const message = error.message.split('\n').map(visible).join('\n  ');
    process.stderr.write(`milestone-auditor: ${message}\n  ${visible(error.hint)}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `milestone-auditor: this is our fault: ${visible(message).slice(0, 300)}\n` +
      `  Please report it with the command that you ran: ${REPORT_A_FAULT}\n  DEBUG=1 shows where it happened.\n`,
  );
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return EXIT.ours;
}

// Whoever reads may stop reading (`| head`): that is no failure. A full disk is one, and nobody's fault but the disk's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.fine);
    process.exit(stream === process.stdout ? explain(notPrinted(error.code ?? error.message)) : EXIT.usage);
  });
}

setUpEngine();

process.exitCode = await run(process.argv.slice(2)).catch(explain);
