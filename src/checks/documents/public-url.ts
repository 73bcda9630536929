import { isCommandLine } from '../../facts/cli/command-line.ts';
import type { Facts } from '../../facts/facts.ts';
import { documentedOnGitHub, measuredEvidence, measuredOf } from '../../facts/measured.ts';
import type { Answer } from '../../model.ts';
import { cannotTell, defineCheck, foundOr, no, yes } from '../define.ts';

/** Where somebody asked the addresses, their answer decides; null where nobody did. */
function asMeasured(facts: Facts): Answer | null {
  const { done, failed } = measuredOf(facts, 'address');
  const up = done.filter(({ value }) => value.down === null);
  if (up.length > 0) return yes(up.slice(0, 2).map(measuredEvidence));
  if (failed.length > 0) return cannotTell(failed.join('; '));
  if (done.length === 0) return null;
  return no('an address at which the program answers', done.slice(0, 3).map(measuredEvidence));
}

/** A program for the command line runs nowhere but at home: its address is where it can be got. */
function whereToGet({ documentation: { publicUrls } }: Facts): string {
  const packaged = publicUrls.some(({ kind, inCode }) => kind === 'own-package' && !inCode);
  return packaged
    ? 'it can be installed; no address is given at which it can be tried'
    : 'a program for the command line is reached where it can be got, and the README leads to no page of its package';
}

export const publicUrl = defineCheck({
  name: 'public-url',
  summary: 'The address of the running program is documented.',
  reads: ['documents'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const documented = facts.documentation.publicUrls
      .filter((url) => url.kind === 'app' && !url.inCode)
      .slice(0, 2)
      .map((url) => facts.evidence(url.path, url.line));
    const measured = asMeasured(facts);
    if (measured?.answer === 'yes') return yes([...documented, ...measured.evidence]);
    return (
      measured ??
      foundOr(
        [...documented, ...documentedOnGitHub(facts)],
        'a public URL of the running program in the README or the manifest’s homepage',
        isCommandLine(facts) ? [{ kind: 'none', what: whereToGet(facts) }] : [],
      )
    );
  },
});
