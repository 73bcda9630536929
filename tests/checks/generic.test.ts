/** Checks for rules of one's own: they know no milestone. */
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { readFacts } from '../../src/facts/read.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';

async function ask(check: string, parameters: unknown, files: Record<string, string>) {
  const facts = await readFacts(repositoryOf({ files }), reading);
  const found = CHECKS.get(check);
  if (!found) throw new Error(`no check ${check}`);
  const z = await import('zod');
  const answer = found.ask(facts, found.parameters(z).parse(parameters));
  if (answer.answer !== 'yes') return answer.answer;
  return answer.evidence.map(({ path, line }) => `${path}:${line}`);
}

describe('files', () => {
  it.each([
    [{ match: ['**/*.rs'] }, { 'src/main.rs': 'x', 'a.py': 'x' }, ['src/main.rs:1']],
    [{ match: ['**/*.rs'], atLeast: 2 }, { 'src/main.rs': 'x' }, 'no'],
    [{ match: ['**/*.rs'] }, { 'src/main.rs': '', 'vendor/lib/a.rs': 'x' }, 'no'],
  ])('%j in %j', async (parameters, files, expected) => {
    expect(await ask('files', parameters, files as Record<string, string>)).toEqual(expected);
  });
});

describe('text', () => {
  const parameters = { match: ['**/*.rs'], contains: ['serde_json::'] };
  it.each([
    [{ 'src/main.rs': 'fn main() {\n  let x = SERDE_JSON::from_str(s)?;\n}' }, ['src/main.rs:2']],
    [{ 'src/main.rs': '// serde_json::from_str\nfn main() {}' }, 'no'],
    [{ 'README.md': 'serde_json::from_str', 'vendor/a.rs': 'serde_json::to_string(x)' }, 'no'],
  ])('in %j', async (files, expected) => {
    expect(await ask('text', parameters, files as Record<string, string>)).toEqual(expected);
  });
});

describe('calls', () => {
  const files = {
    'a.py': 'import pandas as pd\n# pd.read_csv("b")\ndf = pd.read_csv("a.csv")\n',
    'tests/test_a.py': 'from pandas import read_json\nread_json("a")\n',
    'b.ipynb': JSON.stringify({
      cells: [{ cell_type: 'code', source: ['import pandas\n', 'pandas.concat([])'] }],
      metadata: {},
      nbformat: 4,
    }),
  };
  it.each([
    [{ to: ['pandas.read_*'] }, ['a.py:3']],
    [{ to: ['pandas.read_*'], in: 'tests' }, ['tests/test_a.py:2']],
    [{ to: ['pandas.*'], in: 'notebook' }, [expect.stringMatching(/^b\.ipynb:\d+$/)]],
    [{ to: ['pandas.read_csv'], atLeast: 2 }, 'no'],
    [{ to: ['pandas.concat'] }, 'no'],
  ])('%j', async (parameters, expected) => {
    expect(await ask('calls', parameters, files)).toEqual(expected);
  });
});

describe('dependency', () => {
  it.each([
    [{ names: ['Pandas'] }, { 'requirements.txt': 'numpy\npandas==2.0\n' }, ['requirements.txt:2']],
    [{ names: ['pandas'] }, { 'README.md': 'pandas', 'a.py': 'import pandas' }, 'no'],
  ])('%j in %j', async (parameters, files, expected) => {
    expect(await ask('dependency', parameters, files as Record<string, string>)).toEqual(expected);
  });
});
