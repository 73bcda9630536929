/** `rules`: writes, validates and tests rule files of one's own. */
import { type CommandLine, examples } from './command.ts';
import { uses } from './shared-options.ts';

export function addRules({ program, here, exitWith }: CommandLine): void {
  const rules = program
    .command('rules')
    .description('write, validate and test milestones of your own')
    .addHelpText(
      'after',
      examples([
        'milestone-auditor rules new rust-cli --in rules',
        'milestone-auditor rules validate rules',
        'milestone-auditor rules test rules',
        'milestone-auditor --rules rules/rust-cli.yml path/to/project',
      ]),
    );
  const write = rules
    .command('new')
    .description('write a rule file and its tests to start from')
    .argument('<id>', 'id of the milestone, which names the files')
    .option('--in <folder>', 'folder to write into', 'rules')
    .addHelpText('after', examples(['milestone-auditor rules new rust-cli --in rules']));
  uses(write, 'color').action(async (id: string, options: { readonly in: string }) => {
    const { newRules, replaces } = await import('./rules/new.ts');
    const { milestones } = await here.rules();
    if (milestones.some((one) => one.id === id)) throw replaces(id);
    newRules(id, options.in, here.schema);
  });
  const validate = rules
    .command('validate')
    .description('check rule files and their tests, with the place of every mistake')
    .argument('[paths...]', 'rule files or folders', ['rules'])
    .addHelpText('after', examples(['milestone-auditor rules validate rules/rust-cli.yml']));
  uses(validate, 'color').action(async (paths: readonly string[]) => {
    const { validateRules } = await import('./rules/validate.ts');
    exitWith(await validateRules(paths, here));
  });
  const test = rules
    .command('test')
    .description('judge the tiny repositories of NAME.test.yml by NAME.yml beside it')
    .argument('[paths...]', 'rule test files or folders', ['rules'])
    .addHelpText(
      'after',
      examples(['milestone-auditor rules test rules', 'milestone-auditor rules test rules --watch']),
    );
  // The program takes its own options wherever they stand: `--watch` never reaches a command that has one too.
  uses(test, 'watch', 'color').action(async (paths: readonly string[]) => {
    const options = program.opts<{ readonly watch: boolean }>();
    const { testRules } = await import('./rules/test.ts');
    exitWith(await testRules(paths, here, options));
  });
}
