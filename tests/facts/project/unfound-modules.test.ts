/** Scripts that are started in a way in which Python does not find the program's own modules. */
import { describe, expect, test } from 'vitest';
import { readFacts } from '../../../src/facts/read.ts';
import { repositoryOf } from '../../../src/repository/memory.ts';
import { reading } from '../../support/program.ts';

type Files = Readonly<Record<string, string>>;

const FILES: Files = {
  'README.md':
    '# Tasks\n\n```bash\ngit clone https://example.com/me/tasks\ncd tasks\npython src/shell/app.py\n```\n',
  'src/shell/__init__.py': '',
  'src/shell/app.py': 'from store.tasks import save\n\nsave()\n',
  'src/store/__init__.py': '',
  'src/store/tasks.py': 'def save():\n    open("tasks.json", "w").write("[]")\n',
};

async function stopIn(files: Files, path = 'src/shell/app.py'): Promise<string | null> {
  const facts = await readFacts(repositoryOf({ files }), reading);
  return facts.stopOf(path, 1)?.what ?? null;
}

const LOST = 'imports store.tasks, which `python src/shell/app.py` does not find';

test('a script beside which its modules do not lie', async () => {
  expect(await stopIn(FILES)).toBe(LOST);
  expect(await stopIn(FILES, 'src/store/tasks.py')).toBe(LOST);
});

test('a script that names the folder it lies in', async () => {
  const files = {
    'README.md': 'Run `python src/app.py`.\n',
    'src/app.py': 'from src.tasks import save\n\nsave()\n',
    'src/tasks.py': 'def save():\n    return 1\n',
  };
  expect(await stopIn(files, 'src/app.py')).toBe(
    'imports src.tasks, which `python src/app.py` does not find',
  );
});

describe('nothing is said where', () => {
  test.each([
    ['a path is set', { 'README.md': `${FILES['README.md']}\nSet PYTHONPATH=src first.\n` }],
    [
      'the script changes its path',
      { 'src/shell/app.py': `import sys\nsys.path.append("src")\n${FILES['src/shell/app.py']}` },
    ],
    ['the program is a package', { 'pyproject.toml': '[project]\nname = "tasks"\nversion = "1"\n' }],
    ['it is started as a module, too', { Makefile: 'run:\n\tcd src && python -m shell.app\n' }],
    ['its modules lie beside it', { 'src/shell/store/tasks.py': 'def save():\n    return 1\n' }],
    ['no document starts it so', { 'README.md': '# Tasks\n\nA list of tasks.\n' }],
    [
      'only a function imports them',
      { 'src/shell/app.py': 'def main():\n    from store.tasks import save\n    save()\n' },
    ],
  ] as const)('%s', async (_, more) => {
    expect(await stopIn({ ...FILES, ...more })).toBeNull();
  });

  test('the document first goes where they lie', async () => {
    const files = {
      'README.md': 'cd src\npython app.py\n',
      'src/app.py': 'from store.tasks import save\n\nsave()\n',
      'src/store/tasks.py': 'def save():\n    return 1\n',
    };
    expect(await stopIn(files, 'src/app.py')).toBeNull();
  });
});
