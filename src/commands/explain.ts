/** `explain`: what a requirement asks and why, and with a path first of all what became of it there. */
import { badOption, unknownRequirement } from '../errors.ts';
import type { Milestone, Requirement } from '../model.ts';
import { inLanguage } from '../rule-tests/examples.ts';
import { type CommandLine, examples } from './command.ts';
import type { Installation } from './installation.ts';
import { uses } from './shared-options.ts';

interface ExplainOptions {
  readonly list: boolean;
  readonly checks: boolean;
}

/** Options that an audit has too. */
interface SharedOptions {
  readonly milestone?: string;
  readonly config?: string | boolean;
  readonly rules: readonly string[];
  readonly verbose: boolean;
}

export function addExplain({ program, here }: CommandLine): void {
  const command = program
    .command('explain')
    .description('explain what a requirement asks, and with a path why it was judged as it was')
    .argument('[requirement]', 'id of the requirement, or milestone/id')
    .argument('[path]', 'folder of the project whose verdict is to be explained')
    .option('-l, --list', 'list every requirement', false)
    .option('--checks', 'list every check that the condition of a rule can ask, and its parameters', false)
    .addHelpText(
      'after',
      examples([
        'milestone-auditor explain --list',
        'milestone-auditor explain jwt-auth',
        'milestone-auditor explain jwt-auth path/to/project --milestone blog-api',
        'milestone-auditor explain jwt-auth path/to/project --milestone blog-api --verbose',
        'milestone-auditor explain --checks',
      ]),
    );
  uses(command, 'milestone', 'config', 'rules', 'verbose', 'color').action(
    async (id: string | undefined, path: string | undefined, options: ExplainOptions) => {
      const shared = program.opts<SharedOptions>();
      const page = await import('./explain/page.ts');
      if (options.checks) return void process.stdout.write(await page.checkList());
      if (path !== undefined && id !== undefined && !options.list)
        return void process.stdout.write(await explainedAt(id, path, shared, here));
      const known = only((await here.rules(shared.rules)).milestones, shared.milestone);
      if (options.list || id === undefined) return void process.stdout.write(page.requirementList(known));
      const { milestone: asked, requirement } = requirementNamed(id, known, null);
      const shown = (await here.examples())[asked.id]?.[requirement.id] ?? null;
      process.stdout.write(page.requirementPage(asked, requirement, shown, shared.verbose));
    },
  );
}

/** This repository's answer first, then what the requirement asks of everybody. */
async function explainedAt(
  id: string,
  path: string,
  { milestone, config: option, rules: own, verbose }: SharedOptions,
  here: Installation,
): Promise<string> {
  const [page, { openRepository }, { chosenMilestone, configured }, explain] = await Promise.all([
    import('./explain/page.ts'),
    import('../repository/open.ts'),
    import('./configured.ts'),
    import('../explain.ts'),
  ]);
  const { repository, config, ruleFiles, knowledgeFiles } = await configured(
    await openRepository(path),
    option,
  );
  const rules = await here.rules(own, ruleFiles);
  const known = only(rules.milestones, milestone);
  const facts = await explain.factsFor(repository, await here.reading(knowledgeFiles));
  const said = chosenMilestone(null, config, rules);
  const likely = (): string | null => (said === 'auto' ? explain.likelyMilestone(repository, facts) : said);
  const { milestone: asked, requirement } = requirementNamed(id, known, likely);
  const told = explain.toldTo(facts, asked, requirement, rules.stacks);
  const language = facts.program.filesOf()[0]?.language;
  const shown = (await here.examples())[asked.id]?.[requirement.id] ?? null;
  return (
    page.verdictPage(asked, requirement, explain.explainVerdict(facts, requirement), verbose) +
    page.requirementPage(asked, told, inLanguage(shown, language), verbose)
  );
}

function only(milestones: readonly Milestone[], named: string | undefined): readonly Milestone[] {
  if (named === undefined || named === 'auto') return milestones;
  const found = milestones.filter(({ id }) => id === named);
  if (found.length === 0)
    throw badOption(
      '--milestone',
      named,
      milestones.map(({ id }) => id),
    );
  return found;
}

/**
 * By its id, or by `milestone/id`. Where several milestones have one of that id, the project's own decides, as `likely`
 * knows it. Throws a UserError.
 */
function requirementNamed(
  name: string,
  milestones: readonly Milestone[],
  likely: (() => string | null) | null,
): { readonly milestone: Milestone; readonly requirement: Requirement } {
  const all = milestones.flatMap((milestone) =>
    milestone.requirements.map((requirement) => ({ milestone, requirement })),
  );
  const found = all.filter(
    ({ milestone, requirement }) => name === requirement.id || name === `${milestone.id}/${requirement.id}`,
  );
  const [first, ...others] = found;
  if (first && others.length === 0) return first;
  const full = (one: (typeof all)[number]) => `${one.milestone.id}/${one.requirement.id}`;
  if (!first) {
    const ids = all.map((one) => (name.includes('/') ? full(one) : one.requirement.id));
    throw unknownRequirement('the requirement', name, [...new Set(ids)]);
  }
  const own = likely?.();
  const decided = found.find(({ milestone }) => milestone.id === own);
  if (decided) return decided;
  throw badOption('the requirement', name, `one milestone's: ${found.map(full).join(' or ')}`);
}
