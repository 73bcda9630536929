/** `npm run action:try`: what a newcomer looks at must be there, and be about the example project as it is. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, ROOT } from '../cli/run.ts';
import { NODE } from '../github/step.ts';

it('leaves the comment, the summary, the check run and the log as files', () => {
  const folder = emptyFolder();
  execFileSync(NODE, [join(ROOT, 'scripts', 'action-try.ts'), folder], { stdio: 'pipe' });
  const files = readdirSync(folder);
  const wanted = ['comment.md', 'comment.html', 'summary.md', 'check-run.json', 'log.txt', 'report.json'];
  expect(files).toEqual(expect.arrayContaining(wanted));
  const comment = readFileSync(join(folder, 'comment.md'), 'utf8');
  expect(comment).toMatch(/^<!-- milestone-auditor:v1 key=\w+ -->\n/);
  expect(comment).toMatch(/requirements? got better, 1 got worse\./);
  expect(comment).toMatch(/of the lines are covered .*; of the changed lines /);
  // Parts of an annotation stand on lines of their own; no line end is written out.
  const checkRun = readFileSync(join(folder, 'check-run.json'), 'utf8');
  expect(checkRun).toContain('"message"');
  expect(checkRun).not.toContain('\\\\n');
  expect(readFileSync(join(folder, 'comment.html'), 'utf8')).toContain('<table>');
});
