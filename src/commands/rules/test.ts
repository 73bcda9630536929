/** `rules test`: runs rule tests and shows how each wrong verdict differs from the wanted one. */

import { basename, dirname, join } from 'node:path';
import { CHECKS } from '../../checks/index.ts';
import { UserError } from '../../errors.ts';
import { counted } from '../../model/counted.ts';
import { visible } from '../../reporters/visible.ts';
import { loadRuleTests } from '../../rule-tests/cases.ts';
import { type CaseResult, type RuleTestRun, runRuleTests } from '../../rule-tests/run.ts';
import { EXIT } from '../command.ts';
import type { Installation } from '../installation.ts';
import type { RuleFile } from '../rule-file.ts';
import { milestonesOf, ruleFilesAt, testFilesAt } from '../rule-files.ts';
import { paletteFor } from '../screen.ts';
import { watch } from '../watch.ts';

const MOST_PLACES = 3;

/** Answers the exit code: 1 where a verdict is not the wanted one or a case is wanting. Never ends while it watches. */
export async function testRules(
  paths: readonly string[],
  here: Installation,
  options: { readonly watch: boolean },
): Promise<number> {
  if (!options.watch) return runOnce(paths, here);
  await watch(paths, async () => {
    await runOnce(paths, here).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      process.stderr.write(`${visible(error.message)}\n  ${visible(error.hint)}\n`);
    });
    process.stderr.write('Waiting for changes; Ctrl+C ends.\n');
  });
  return EXIT.fine;
}

async function runOnce(paths: readonly string[], here: Installation): Promise<number> {
  const builtIn = (await here.rules()).milestones;
  const tests = (await Promise.all(paths.map(testFilesAt))).flat();
  let wrong = 0;
  for (const file of tests) {
    const milestone = await milestoneOf(file, builtIn);
    const cases = await loadRuleTests(file.text, file.path);
    const run = await runRuleTests(milestone, cases, { reading: await here.reading(), checks: CHECKS });
    process.stdout.write(worded(milestone.id, run));
    wrong += run.wanting.length + run.results.filter(({ outcome }) => outcome !== 'right').length;
  }
  return wrong > 0 ? EXIT.gate : EXIT.fine;
}

/** `rust-cli.test.yml` tests `rust-cli.yml` beside it; what that extends may lie there too. */
async function milestoneOf(test: RuleFile, builtIn: Parameters<typeof milestonesOf>[1]) {
  const folder = dirname(test.path);
  const name = basename(test.path).replace(/\.test\.ya?ml$/, '.yml');
  const all = await ruleFilesAt(folder);
  const path = join(folder, name);
  const index = all.findIndex((file) => basename(file.path) === name);
  if (index < 0)
    throw new UserError({
      code: 'bad-rule-file',
      message: `${test.path} tests ${path}, which is not there`,
      hint: `Name the tests after the rule file: NAME.yml and NAME.test.yml.`,
      exitCode: 2,
    });
  const loaded = await milestonesOf(all.slice(0, index + 1), builtIn);
  return loaded[index] as (typeof loaded)[number];
}

function worded(id: string, { results, wanting }: RuleTestRun): string {
  const palette = paletteFor(process.env, process.stdout.isTTY);
  const right = results.filter(({ outcome }) => outcome === 'right').length;
  const all = right === results.length && wanting.length === 0;
  const head = `${id}: ${right} of ${results.length} right`;
  const lines = [all ? palette.green(head) : palette.red(head)];
  for (const result of results) if (result.outcome !== 'right') lines.push(...difference(result));
  for (const one of wanting) lines.push(`  ${palette.yellow('wanting')}  ${visible(one)}`);
  return `${lines.join('\n')}\n`;
}

/** The wanted verdict beside the one that came, and what led to it. */
function difference({ requirement, case: one, outcome, judgement, unshown }: CaseResult): readonly string[] {
  const palette = paletteFor(process.env, process.stdout.isTTY);
  const { verdict, evidence, lookedFor, reason } = judgement;
  const why = [
    ...evidence.slice(0, MOST_PLACES).map(({ path, line, text }) => `shown: ${path}:${line}  ${text}`),
    ...(evidence.length > MOST_PLACES
      ? [`shown: ${counted(evidence.length - MOST_PLACES, 'more place')}`]
      : []),
    ...unshown.map((place) => `not shown: ${place}`),
    ...(lookedFor === null ? [] : [`looked for: ${lookedFor}`]),
    ...(reason === null ? [] : [`reason: ${reason}`]),
  ];
  return [
    `  ${palette.red(outcome.padEnd(7))}  ${visible(requirement)} › ${visible(one.name)}`,
    ...(verdict === one.verdict
      ? []
      : [
          `           ${palette.green(`- wanted ${one.verdict}`)}`,
          `           ${palette.red(`+ got ${verdict}`)}`,
        ]),
    ...why.map((line) => `             ${palette.dim(visible(line).slice(0, 160))}`),
  ];
}
