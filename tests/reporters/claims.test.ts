import { expect, it } from 'vitest';
import type { Claim } from '../../src/model/repository.ts';
import { REPORTERS } from '../../src/reporters/index.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';
import { report } from './report.ts';

const OPTIONS = { columns: 80, ascii: false, verbose: false, palette: PLAIN };

function claim(line: number): Claim {
  const said = { path: 'README.md', line, text: 'Rate limiting' };
  return { claim: `limit ${line}`, said, lookedFor: 'any trace of a limiter' };
}

it.each(['terminal', 'markdown', 'html'] as const)(
  '%s shows the claim, its line and what was looked for',
  (format) => {
    const text = REPORTERS[format](report({ claims: [claim(12)] }), OPTIONS);
    for (const part of ['README.md:12', 'limit 12', 'any trace of a limiter']) expect(text).toContain(part);
  },
);

it.each(['terminal', 'markdown', 'html'] as const)(
  '%s has no such section where all is borne out',
  (format) => {
    expect(REPORTERS[format](report(), OPTIONS)).not.toMatch(/Claimed[^.]*, not found(?!<\/span>)\n/);
  },
);

it('the terminal shows five, and all with --verbose', () => {
  const claims = Array.from({ length: 7 }, (_, index) => claim(index + 1));
  expect(REPORTERS.terminal(report({ claims }), OPTIONS)).toContain('2 more claims: --verbose shows all');
  expect(REPORTERS.terminal(report({ claims }), { ...OPTIONS, verbose: true })).toContain('README.md:7');
});
