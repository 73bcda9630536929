/** What a verdict and a readiness look like on a terminal. */
import type { Readiness, Verdict } from '../../model.ts';
import type { Page } from './page.ts';

export function verdictColour(page: Page, verdict: Verdict): (text: string) => string {
  const { palette } = page;
  switch (verdict) {
    case 'met':
      return palette.green;
    case 'partial':
    case 'unverifiable':
      return palette.yellow;
    case 'missing':
      return palette.red;
    case 'waived':
      return palette.dim;
    default:
      return verdict satisfies never;
  }
}

export function readinessColour(page: Page, readiness: Readiness): (text: string) => string {
  const { palette } = page;
  switch (readiness) {
    case 'ready':
      return palette.green;
    case 'nearly':
      return palette.cyan;
    case 'on the way':
    case 'started':
      return palette.yellow;
    default:
      return readiness satisfies never;
  }
}
