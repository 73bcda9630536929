/** What could not be read is told, and never without an end. */
import { expect, it } from 'vitest';
import { fewNotes } from '../../src/facts/notes.ts';
import { readFacts } from '../../src/facts/read.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';

it('says how many more there are', () => {
  const notes = Array.from({ length: 23 }, (_, line) => ({ path: 'a.txt', line, text: 'no' }));
  expect(fewNotes(notes, 'lines')).toHaveLength(21);
  expect(fewNotes(notes, 'lines').at(-1)).toEqual({ path: null, line: null, text: '3 more lines' });
  expect(fewNotes(notes.slice(3), 'lines')).toEqual(notes.slice(3));
});

it('a manifest of nothing but nonsense is no report of nothing but notes', async () => {
  const files = { 'requirements.txt': 'if x:\n'.repeat(5000), 'main.py': 'x = 1\n' };
  const { notes } = await readFacts(repositoryOf({ files }), reading);
  expect(notes[0]).toMatchObject({ path: 'requirements.txt', line: 1 });
  expect(notes.length).toBeLessThan(30);
  expect(notes.map(({ text }) => text)).toContain('4980 more lines were not understood');
});
