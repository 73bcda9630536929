import { expect, it } from 'vitest';
import { reportJson } from '../../src/reporters/json.ts';
import { report } from './report.ts';

it('is the report itself, indented, with a last line end', () => {
  const text = reportJson(report());
  expect(JSON.parse(text)).toEqual(report());
  expect(text).toMatch(/^\{\n {2}"schema": 1,\n[\s\S]*\}\n$/);
});

it('keeps every character and prints none that steers a terminal', () => {
  const name = '\u202eevil\u009b31m\u{e0041}\u001b[0m 漢字 👩‍💻';
  const text = reportJson(report({ repository: { ...report().repository, name, revision: null } }));
  expect(JSON.parse(text).repository.name).toBe(name);
  expect(text).toContain('漢字 👩‍💻');
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|\u{e0041}/u);
});
