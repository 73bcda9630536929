import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/facts/read.ts';
import { repositoryOf } from '../../src/repository/memory.ts';
import { reading } from '../support/program.ts';

const PROGRAM = 'x = 1\n'.repeat(100);

const unreadOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const { unread } = await readFacts(repositoryOf({ files }), reading);
  return unread.map(({ path, extent, holds }) => `${path} ${extent} ${holds.join()}`);
};
const notesOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
  (await readFacts(repositoryOf({ files }), reading)).notes.map(({ text }) => text);

describe('an application in a language that is not read', () => {
  it.each(['main.go', 'src/Main.java', 'Api/Program.cs', 'lib/main.dart', 'src/main.rs', 'app/http.php'])(
    'is unknown as a whole: %s',
    async (path) => {
      const files = { 'tools/seed.py': PROGRAM, [path]: PROGRAM };
      expect(await unreadOf(files)).toEqual([`${path} whole code`]);
    },
  );

  it('has tests that are unknown too', async () => {
    const files = { 'main.go': PROGRAM, 'main_test.go': PROGRAM };
    expect(await unreadOf(files)).toEqual(['main.go whole code', 'main_test.go whole tests']);
  });

  it.each([
    ['a by-part', { 'app.py': PROGRAM, 'bind.rs': 'fn f() {}\n' }, ['bind.rs part code']],
    ['vendored code', { 'app.py': PROGRAM, 'vendor/lib/a.go': PROGRAM }, []],
    ['generated code', { 'app.py': PROGRAM, 'proto/a.pb.go': PROGRAM }, []],
    ['a script of the shell', { 'app.py': PROGRAM, 'deploy.sh': PROGRAM }, []],
    ['tests alone', { 'app.py': PROGRAM, 'tests/load.lua': PROGRAM }, []],
  ])('is not %s', async (_, files, unread) => {
    expect(await unreadOf(files)).toEqual(unread);
    expect(await notesOf(files)).toEqual([]);
  });

  it('is said, by the languages with the most code first', async () => {
    const [note] = await notesOf({ 'a.kt': 'x', 'b.go': PROGRAM, 'c.py': PROGRAM });
    expect(note).toMatch(/^the code in Go, Kotlin was not read/);
  });
});
