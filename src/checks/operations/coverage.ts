import type { Facts } from '../../facts/facts.ts';
import { measuredEvidence, measuredOf } from '../../facts/measured.ts';
import type { Answer, Reason } from '../../model.ts';
import { cannotTell, defineCheck, foundOr, no, yes } from '../define.ts';

/** Nobody doubts a figure that has just been measured: it decides, both ways. */
function asMeasured(facts: Facts, atLeast: number): Answer | null {
  const [measured] = measuredOf(facts, 'coverage').done;
  if (measured === undefined) return null;
  const evidence = [measuredEvidence(measured)];
  return measured.value.percent >= atLeast
    ? yes(evidence)
    : no(`coverage of at least ${atLeast} %`, evidence);
}

/** A figure that is too low is another thing than none. */
function reasonsOf({ coverage: { list }, evidence }: Facts, wanted: number): readonly Reason[] {
  const best = list
    .filter(({ percent }) => percent !== null)
    .sort((a, b) => (b.percent ?? 0) - (a.percent ?? 0))[0];
  if (best?.percent != null) {
    const said = best.kind === 'report' ? 'a report says that' : 'a threshold of';
    const what = `${said} ${Math.floor(best.percent)} %${best.kind === 'report' ? ' of the code are covered' : ' is enforced'}, ${wanted} % are wanted`;
    return [{ kind: 'against', what, at: evidence(best.path, best.line), count: 1 }];
  }
  return [{ kind: 'none', what: `no coverage report and no threshold of ${wanted} % is committed` }];
}

export const coverage = defineCheck({
  name: 'coverage',
  summary:
    'A committed report shows, an enforced threshold demands, or this job measured so much test coverage.',
  reads: ['configuration', 'tests'],
  parameters: (z) => z.strictObject({ atLeast: z.number().min(0).max(100).describe('percent') }),
  ask: (facts, { atLeast }) => {
    const measured = asMeasured(facts, atLeast);
    if (measured !== null) return measured;
    const proofs = facts.coverage.list
      .filter((item) => item.percent !== null && item.percent >= atLeast && item.kind !== 'measured')
      .slice(0, 3)
      .map((item) => facts.evidence(item.path, item.line));
    const { failed } = measuredOf(facts, 'coverage');
    if (proofs.length === 0 && failed.length > 0) return cannotTell(`coverage: ${failed.join('; ')}`);
    return foundOr(
      proofs,
      `a committed coverage report or an enforced threshold of at least ${atLeast} %`,
      reasonsOf(facts, atLeast),
    );
  },
});
