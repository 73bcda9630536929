/** What earlier audits found out: told again only where nothing that counts is another, and never in what is audited. */
import { appendFileSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheFolder, memoryAt, memoryOfProcess } from '../../src/commands/memory/memory.ts';
import { type Question, remembered } from '../../src/commands/memory/remembered.ts';
import type { Report } from '../../src/model.ts';
import { openRepository } from '../../src/repository/open.ts';
import { cli, emptyFolder, repository, TASKS } from '../cli/run.ts';

const QUESTION: Question = {
  tool: { name: 'milestone-auditor', version: '1', program: 'abc', rules: 'def' },
  milestoneId: 'auto',
  config: null,
  knowledgeFiles: [],
};

/** How many of these audits were done, one after the other. */
async function done(
  folder: string,
  audits: readonly { readonly of: string; readonly question?: Question; readonly first?: () => void }[],
): Promise<number> {
  let count = 0;
  for (const { of, question = QUESTION, first } of audits) {
    first?.();
    await remembered(memoryAt(folder, of), await openRepository(of), question, async () => {
      count += 1;
      return { schema: 1 } as Report;
    });
  }
  return count;
}

describe('a report', () => {
  it('is kept for the same files and the same question', async () => {
    const of = repository(TASKS);
    expect(await done(emptyFolder(), [{ of }, { of }, { of }])).toBe(1);
    const other = { ...QUESTION, milestoneId: 'blog-api' };
    const newer = { ...QUESTION, tool: { ...QUESTION.tool, program: 'abd' } };
    expect(await done(emptyFolder(), [{ of }, { of, question: other }, { of, question: newer }])).toBe(3);
  });

  it('is kept where a file is saved as it was', async () => {
    const of = repository(TASKS);
    const later = new Date(Date.now() + 60_000);
    const saved = () => utimesSync(join(of, 'tasks.py'), later, later);
    expect(await done(emptyFolder(), [{ of }, { of, first: saved }])).toBe(1);
  });

  it.each([
    ['a file is changed', (of: string) => appendFileSync(join(of, 'tasks.py'), '\nx = 1\n')],
    ['a file is new', (of: string) => writeFileSync(join(of, 'more.py'), 'x = 1\n')],
  ])('is made anew where %s, with Git or without', async (_, change) => {
    for (const of of [repository(TASKS), emptyFolder()]) {
      writeFileSync(join(of, 'tasks.py'), 'tasks = []\n');
      expect(await done(emptyFolder(), [{ of }, { of, first: () => change(of) }, { of }])).toBe(2);
    }
  });

  it('is not kept where a file changes while it is made, or a program judges that is none of a release', async () => {
    const of = repository(TASKS);
    const memory = memoryAt(emptyFolder(), of);
    let count = 0;
    const audit = async (): Promise<Report> => {
      count += 1;
      if (count === 1) appendFileSync(join(of, 'tasks.py'), '# saved meanwhile\n');
      return { schema: 1 } as Report;
    };
    const before = await openRepository(of);
    await remembered(memory, before, QUESTION, audit);
    writeFileSync(join(of, 'tasks.py'), TASKS['tasks.py'] ?? '');
    await remembered(memory, await openRepository(of), QUESTION, audit);
    expect(count).toBe(2);
    const unbuilt = { ...QUESTION, tool: { ...QUESTION.tool, program: 'unbuilt' } };
    expect(
      await done(
        emptyFolder(),
        [of, of].map((one) => ({ of: one, question: unbuilt })),
      ),
    ).toBe(2);
  });

  it('is made anew where what was kept is damaged or gone', async () => {
    const of = repository(TASKS);
    const folder = emptyFolder();
    const damage = () => {
      for (const path of readdirSync(join(folder, 'content-v2'), { recursive: true, withFileTypes: true }))
        if (path.isFile()) writeFileSync(join(path.parentPath, path.name), 'something else');
    };
    expect(await done(folder, [{ of }, { of, first: damage }, { of }])).toBe(2);
  });

  it('is kept whole where two processes keep it at the same time', async () => {
    const folder = emptyFolder();
    const value = { text: 'x'.repeat(100_000) };
    const memories = [memoryAt(folder, null), memoryAt(folder, null)];
    await Promise.all(memories.flatMap((one) => [one?.keep('key', value), one?.recall('key')]));
    expect(await memoryAt(folder, null)?.recall('key')).toEqual(value);
  });
});

describe('what is kept', () => {
  it('lies in a folder of the user, and never in what is audited', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/some/where' }, 'linux')).toBe('/some/where/milestone-auditor');
    expect(cacheFolder({ XDG_CACHE_HOME: 'not/absolute' }, 'linux')).toMatch(
      /^\/.*\.cache\/milestone-auditor$/,
    );
    const folder = emptyFolder();
    expect(memoryAt(join(folder, 'below'), folder)).toBeNull();
    expect(memoryAt(`${folder}-beside`, folder)).not.toBeNull();
  });

  it('is nobody’s trouble where it cannot be kept', async () => {
    const memory = memoryAt('/dev/null/nowhere', null);
    await memory?.keep('key', 1);
    expect(await memory?.recall('key')).toBeUndefined();
  });

  it('is at hand in a process that audits again and again, and is handed on once', async () => {
    const folder = emptyFolder();
    const memory = memoryOfProcess(memoryAt(folder, null));
    for (let index = 0; index < 30; index++) await memory.keep(`key ${index}`, index);
    expect(await memory.recall('key 29')).toBe(29);
    expect(await memoryAt(folder, null)?.recall('key 0')).toBe(0);
  });
});

describe('the command line', () => {
  it.each([
    ['audit', ['-m', 'cli-task-manager']],
    ['portfolio', []],
  ])('gives the same bytes with what was kept by %s, and keeps nothing with --no-cache', (command, asked) => {
    const of = repository(TASKS);
    const home = emptyFolder();
    const report = (...words: readonly string[]) =>
      cli([command, of, ...asked, '-f', 'json', ...words], {
        env: { ...process.env, XDG_CACHE_HOME: home },
      }).stdout;
    const anew = report('--no-cache');
    expect(existsSync(join(home, 'milestone-auditor'))).toBe(false);
    expect(report()).toBe(anew);
    const [kept] = readdirSync(join(home, 'milestone-auditor', 'content-v2'), {
      recursive: true,
      withFileTypes: true,
    }).filter((one) => one.isFile());
    expect(readFileSync(join(kept?.parentPath ?? '', kept?.name ?? '')).length).toBeGreaterThan(1000);
    expect(report()).toBe(anew);
  });
});
