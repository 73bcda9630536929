/** What the README says and the repository does not bear out. */
import type { Report } from '../../model.ts';
import { counted } from '../words.ts';
import { code, prose } from './escape.ts';
import { place } from './places.ts';

/** '' where everything is borne out. */
export function claimsOf(report: Report, most: number): string {
  const shown = report.claims.slice(0, most).map(({ claim, said, lookedFor }) => {
    return `- ${place(report, said)} says ${code(claim)}. Looked for: ${prose(lookedFor)}`;
  });
  const more = report.claims.length - shown.length;
  if (more > 0) shown.push(`- and ${counted(more, 'more claim')}`);
  return shown.length === 0 ? '' : `### Claimed in the README, not found\n\n${shown.join('\n')}`;
}
