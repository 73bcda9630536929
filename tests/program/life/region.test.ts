/** What a file's top level names: each call is looked at by itself. */
import { expect, it } from 'vitest';
import { MODULE } from '../../../src/program/file.ts';
import { regionFrom } from '../../../src/program/life/region.ts';
import { namesRead } from '../../../src/program/link/names-read.ts';
import { programOf } from '../../support/program.ts';

it('hands on what stands within calls within calls', async () => {
  const program = await programOf({
    'app.py': 'def one():\n    pass\n\n\ndef two():\n    pass\n\n\nrun(wrap(one), [wrap(wrap(two))])\n',
  });
  const [file] = program.filesOf();
  if (file === undefined) throw new Error('no file');
  const { definitions } = regionFrom(program, { file, definition: MODULE });
  expect([...definitions].map(({ definition }) => definition.name).sort()).toEqual(['one', 'two']);
  expect([...namesRead(file).names]).toEqual(expect.arrayContaining(['run', 'wrap', 'one', 'two']));
});
