import { expect, it } from 'vitest';
import { blocksOf } from '../../src/reporters/advice.ts';

it('splits prose from the code that it introduces', () => {
  expect(blocksOf('Write\nit so:\n\n    def f():\n\n        pass\n\nThen read on.\n')).toEqual([
    { kind: 'prose', text: 'Write it so:' },
    { kind: 'code', language: '', lines: ['def f():', '', '    pass'] },
    { kind: 'prose', text: 'Then read on.' },
  ]);
});

it('takes a fence with its language, and one that never ends', () => {
  expect(blocksOf('So:\n```python\nx = 1\n```\nDone.')).toEqual([
    { kind: 'prose', text: 'So:' },
    { kind: 'code', language: 'python', lines: ['x = 1'] },
    { kind: 'prose', text: 'Done.' },
  ]);
  expect(blocksOf('```\nx')).toEqual([{ kind: 'code', language: '', lines: ['x'] }]);
  expect(blocksOf('')).toEqual([]);
});
