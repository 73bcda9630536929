import { describe, expect, it } from 'vitest';
import { claimable, claims } from '../../../src/facts/documents/claims.ts';
import { readDocumentation } from '../../../src/facts/documents/documentation.ts';

async function claimed(readme: string, ...words: string[]): Promise<boolean> {
  const { readme: document } = await readDocumentation([{ path: 'README.md', text: readme }], ['README.md']);
  return claims(claimable(document), words);
}

describe('a README claims', () => {
  it.each([
    ['prose', '# x\n\nIt uses **rate limiting** on login.', 'rate limiting'],
    ['a list item', '# x\n\n- Rate limiting', 'rate limiting'],
    ['a ticked box', '# x\n\n- [x] Rate limiting', 'rate limiting'],
    ['a heading', '# x\n\n## Rate limiting\n\nYes.', 'rate limiting'],
    ['another ending', '# x\n\nLogins are throttled.', 'throttl'],
    ['a long ending', '# x\n\nPersistence is easy.', 'persist'],
    ['a path', '# x\n\nOpen http://localhost:8000/docs for more.', '/docs'],
    ['a line break', '# x\n\nIt uses rate\nlimiting.', 'rate limiting'],
  ])('in %s', async (_, readme, word) => {
    expect(await claimed(readme, word)).toBe(true);
  });

  it.each([
    ['code', '# x\n\n```python\nlogging.info(1)\n```', 'logging'],
    ['a comment', '# x\n\n<!-- logging -->', 'logging'],
    ['a roadmap', '# x\n\n## Roadmap\n\n- logging', 'logging'],
    ['an open box', '# x\n\n- [ ] logging', 'logging'],
    ['a denial', '# x\n\nThere is no logging yet.', 'logging'],
    ['the middle of a word', '# x\n\nCataloging books.', 'logging'],
    ['another word', '# x\n\nThe address of a user.', 'add'],
  ])('nothing in %s', async (_, readme, word) => {
    expect(await claimed(readme, word)).toBe(false);
  });

  it('nothing without a README or without words', async () => {
    expect(claims(claimable(null), ['x'])).toBe(false);
    expect(await claimed('# x')).toBe(false);
  });
});
