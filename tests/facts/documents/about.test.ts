import { expect, it } from 'vitest';
import { aboutOf } from '../../../src/facts/documents/about.ts';
import type { Document } from '../../../src/facts/documents/documentation.ts';

function document(...paragraphs: string[]): Document {
  return {
    sections: [],
    paragraphs: paragraphs.map((text, line) => ({ text, line, section: '' })),
  } as unknown as Document;
}

it.each<[string, string[], string | null]>([
  [
    'the first prose',
    ['badge badge', 'A task manager for the terminal.'],
    'A task manager for the terminal.',
  ],
  [
    'no address',
    ['https://example.org/a/very/long/address', 'It is a blog with an API.'],
    'It is a blog with an API.',
  ],
  ['line breaks are spaces', ['A task\n  manager for\tthe terminal.'], 'A task manager for the terminal.'],
  ['nothing', ['x'], null],
])('%s', (_, paragraphs, expected) => {
  expect(aboutOf(document(...paragraphs))).toBe(expected);
});

it('is not taken from a section on something else', () => {
  const text = 'When you are ready to deploy, there are some steps to take.';
  const readme = {
    sections: [{ line: 3, endLine: 9, purposes: ['deployment'] }],
    paragraphs: [{ text, line: 5, section: 'Deployment' }],
  } as unknown as Document;
  expect(aboutOf(readme)).toBeNull();
});

it('ends without the word that leads to a list', () => {
  expect(aboutOf(document('Answers to questions about documents with:'))).toBe(
    'Answers to questions about documents.',
  );
});

it('ends with a sentence, or else with a word, within 300 characters', () => {
  const sentence = 'This program keeps tasks in a file and shows them again. ';
  expect(aboutOf(document(sentence.repeat(10)))).toBe(sentence.repeat(5).trim());
  const words = aboutOf(document('word '.repeat(200))) ?? '';
  expect(words).toMatch(/word…$/);
  expect(words.length).toBeLessThanOrEqual(300);
});

it('says nothing without a README', () => {
  expect(aboutOf(null)).toBeNull();
});
