import { measuredEvidence, measuredOf } from '../../facts/measured.ts';
import { counted } from '../../model/counted.ts';
import { cannotTell, defineCheck, no, yes } from '../define.ts';

export const commits = defineCheck({
  name: 'commits',
  summary: 'The Git history has at least so many commits.',
  reads: ['history'],
  parameters: (z) => z.strictObject({ atLeast: z.number().int().min(1) }),
  ask: (facts, { atLeast }) => {
    const { history } = facts;
    if (!history)
      return no('a Git history', [], [{ kind: 'none', what: 'this folder is not in a Git work tree' }]);
    if (history.shallow && history.count < atLeast)
      return cannotTell(
        `the clone is shallow (${history.count} of an unknown number of commits): 'git fetch --unshallow' fetches the whole history`,
      );
    const last = history.commits[0];
    if (history.count < atLeast)
      return no(
        `at least ${counted(atLeast, 'commit')}: ${history.count} found`,
        [],
        [{ kind: 'few', found: history.count, wanted: atLeast, what: 'commits that are wanted' }],
      );
    const guarded = measuredOf(facts, 'protection').done.filter(({ value }) => value.protected);
    return yes([
      {
        path: '.git',
        line: 1,
        text: `${history.count} ${history.count === 1 ? 'commit' : 'commits'}${last ? `, the last ${last.id.slice(0, 10)} “${last.subject.slice(0, 80)}”` : ''}`,
      },
      ...guarded.slice(0, 1).map(measuredEvidence),
    ]);
  },
});
