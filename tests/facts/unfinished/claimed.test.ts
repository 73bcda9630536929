/** What a README says that the project does: sentences, headings and items, with the right line; never a bare word. */
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src/facts/read.ts';
import type { PromiseId } from '../../../src/facts/unfinished/capabilities/asked.ts';
import { claimed } from '../../../src/facts/unfinished/unbacked/claimed.ts';
import { repositoryOf } from '../../../src/repository/memory.ts';
import { reading } from '../../support/program.ts';

async function said(readme: string, what: PromiseId, files: Readonly<Record<string, string>> = {}) {
  const all = { 'app.py': 'value = 1\n', 'README.md': readme, ...files };
  const found = claimed(await readFacts(repositoryOf({ files: all }), reading), what);
  return found && { line: found.line, unkept: found.unkept };
}

describe('a README claims', () => {
  it.each<readonly [string, string, PromiseId, number]>([
    ['in a sentence of its introduction', '# App\n\nAn API with rate limiting.\n', 'rate-limit', 3],
    ['in an item of its features', '# App\n\n## Features\n\n- Rate limiting on login\n', 'rate-limit', 5],
    ['in a heading', '# App\n\n## Rate limiting\n\nFive a minute.\n', 'rate-limit', 3],
    [
      'on the line that says it, however long the paragraph',
      '# App\n\nAn API for a blog\nwhich is fast\nand has rate limiting.\n',
      'rate-limit',
      5,
    ],
  ])('%s', async (_, readme, what, line) => {
    expect(await said(readme, what)).toEqual({ line, unkept: true });
  });

  it.each<readonly [string, string, PromiseId]>([
    ['its title', '# Smart Research Crew: orchestrating agents\n\nText.\n', 'orchestration'],
    ['a bare word', '# Iris\n\nRun the demo:\n\n```\ndemo_user\n```\n', 'demo-video'],
    ['a denial', '# App\n\nAn API without rate limiting.\n', 'rate-limit'],
    ['a plan', '# App\n\n## Roadmap\n\n- Rate limiting\n', 'rate-limit'],
    ['an open box', '# App\n\n## Features\n\n- [ ] Rate limiting\n', 'rate-limit'],
    ['an alternative', '# App\n\nIt could use rate limiting.\n', 'rate-limit'],
    ['an address of somebody else', '# App\n\nSee https://example.com for more.\n', 'own-domain'],
    [
      'a video of the framework',
      '# App\n\n## Support\n\n[official video courses](https://x.y)\n',
      'demo-video',
    ],
    ['nothing', '# App\n', 'rate-limit'],
  ])('nothing by %s', async (_, readme, what) => {
    expect(await said(readme, what)).toBeNull();
  });

  it('what it keeps, wherever a trace of it is', async () => {
    const readme = '# App\n\nAn API with rate limiting.\n';
    expect(await said(readme, 'rate-limit', { 'limits.py': 'def limiter():\n    return 1\n' })).toMatchObject(
      {
        unkept: false,
      },
    );
  });

  it('the handling of errors, where a user is told of one', async () => {
    const readme = '# App\n\n## Error handling\n\nAn unknown number is told.\n';
    const files = { 'app.py': 'import sys\n\nif sys.argv[1:] == []:\n    print("Task not found")\n' };
    expect(await said(readme, 'error-handling', files)).toMatchObject({ unkept: false });
  });

  it('what nobody can say it does not keep, where a file was not read', async () => {
    const readme = '# App\n\nAn API with rate limiting.\n';
    expect(await said(readme, 'rate-limit', { 'broken.py': 'def broken(:\n' })).toMatchObject({
      unkept: false,
    });
  });
});
