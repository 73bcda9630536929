/** `explain`: what a requirement asks and why, and with a path why a repository got its verdict. */
import { badOption } from '../errors.ts';
import type { Milestone, Requirement } from '../model.ts';
import { type CommandLine, examples } from './command.ts';

interface ExplainOptions {
  readonly list: boolean;
  readonly checks: boolean;
}

/** Options that an audit has too. */
interface SharedOptions {
  readonly milestone?: string;
  readonly rules: readonly string[];
}

export function addExplain({ program, here }: CommandLine): void {
  program
    .command('explain')
    .description('explain what a requirement asks, and with a path why it was judged as it was')
    .argument('[requirement]', 'id of the requirement, or milestone/id')
    .argument('[path]', 'folder of the project whose verdict is to be explained')
    .option('-l, --list', 'list every requirement', false)
    .option('--checks', 'list every check that the condition of a rule can ask', false)
    .addHelpText(
      'after',
      examples([
        'milestone-auditor explain --list',
        'milestone-auditor explain jwt-auth',
        'milestone-auditor explain blog-api/jwt-auth path/to/project',
        'milestone-auditor explain --checks',
      ]),
    )
    .action(async (id: string | undefined, path: string | undefined, options: ExplainOptions) => {
      const { milestone, rules: own } = program.opts<SharedOptions>();
      const rules = await here.rules(own);
      const page = await import('./explain/page.ts');
      if (options.checks) return void process.stdout.write(page.checkList());
      const known = rules.milestones.filter(
        (one) => milestone === undefined || milestone === 'auto' || one.id === milestone,
      );
      if (options.list || id === undefined) return void process.stdout.write(page.requirementList(known));
      const { milestone: asked, requirement } = requirementNamed(id, known);
      const example = (await here.examples())[asked.id]?.[requirement.id] ?? null;
      process.stdout.write(page.requirementPage(asked, requirement, example));
      if (path === undefined) return;
      const { openRepository } = await import('../repository/open.ts');
      const { explainVerdict } = await import('../explain.ts');
      const explanation = await explainVerdict(await openRepository(path), requirement, await here.reading());
      process.stdout.write(page.verdictPage(explanation));
    });
}

/** By its id, or by `milestone/id` where several milestones have one of that id. Throws a UserError. */
function requirementNamed(
  name: string,
  milestones: readonly Milestone[],
): { readonly milestone: Milestone; readonly requirement: Requirement } {
  const all = milestones.flatMap((milestone) =>
    milestone.requirements.map((requirement) => ({ milestone, requirement })),
  );
  const found = all.filter(
    ({ milestone, requirement }) => name === requirement.id || name === `${milestone.id}/${requirement.id}`,
  );
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  const full = found.map(({ milestone, requirement }) => `${milestone.id}/${requirement.id}`);
  if (only) throw badOption('the requirement', name, `one milestone's: ${full.join(' or ')}`);
  throw badOption('the requirement', name, [...new Set(all.map(({ requirement }) => requirement.id))]);
}
