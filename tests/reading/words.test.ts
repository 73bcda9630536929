import { expect, test } from 'vitest';
import { wordsOfName } from '../../src/reading/words.ts';

test.each([
  ['totalCost', ['total', 'cost']],
  ['TOTAL_COST', ['total', 'cost']],
  ['add-task', ['add', 'task']],
  ['post.createMany', ['post', 'create', 'many']],
  ['añadirTarea', ['añadir', 'tarea']],
  ['__', []],
])('%s', (name, words) => {
  expect(wordsOfName(name)).toEqual(words);
});
