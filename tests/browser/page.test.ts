/** The page that audits in a browser, in Chromium, against a GitHub on loopback. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage, policyOf } from '../../scripts/page.ts';
import { loadRuleTests } from '../../src/rule-tests/cases.ts';
import { GITHUB } from '../../web/hosts.ts';
import { CLI, TASKS } from '../cli/run.ts';
import { git, repositoryWith, write } from '../repository/git-folder.ts';
import { BROWSER_PATH, launch } from './chromium.ts';
import { type BrowsedGitHub, browsedGitHub } from './github.ts';
import { type Site, serveSite } from './site.ts';
import { bomb, zipOf } from './zips.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = fileURLToPath(new URL('../rules/', import.meta.url));

describe('the policy of the page', () => {
  it('lets it ask GitHub and nobody else', () => {
    const policy = policyOf(GITHUB).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self' https://api.github.com https://raw.githubusercontent.com");
    expect(policy.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
  });
});

describe.runIf(BROWSER_PATH !== undefined)('the page, in Chromium', () => {
  let browser: Browser;
  let site: Site;
  let home: string;
  let folder: string;
  let github: BrowsedGitHub;
  const repositories: Record<string, string> = {};

  beforeAll(async () => {
    // Twenty repositories, out of the tests of the rules: Python, TypeScript, notebooks, workflows, containers.
    for (const [at, files] of (await twentyProjects()).entries())
      repositories[`ada/project-${at}`] = cloned(files, at);
    repositories['ada/tasks'] = cloned(TASKS, 99);
    repositories['ada/secret'] = cloned(TASKS, 98);
    github = await browsedGitHub(repositories, ['ada/secret']);
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    await buildPage(folder, { server: 'https://github.com', api: github.api, raw: github.raw });
    site = await serveSite(folder);
    home = site.home;
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await github?.close();
    site?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(() => {
    github.left = 1000;
    github.slow = 0;
    github.asked.length = 0;
  });

  /** As `clone` makes it of GitHub: named by its remote. */
  function cloned(files: Readonly<Record<string, string>>, at: number): string {
    const made = repositoryWith(files);
    const name = at === 99 ? 'tasks' : at === 98 ? 'secret' : `project-${at}`;
    git(made, 'remote', 'add', 'origin', `https://github.com/ada/${name}.git`);
    write(made, { 'notes.md': 'More.\n' });
    git(made, 'add', '--all');
    git(made, 'commit', '-m', 'Second steps\nthat take two lines\n\nAnd a body.');
    return made;
  }

  interface Shown {
    readonly page: Page;
    /** Origins that were asked, and what the policy or a script complained of. */
    readonly origins: Set<string>;
    readonly complaints: string[];
  }

  async function show(query = '', options: BrowserContextOptions = {}): Promise<Shown> {
    const context = await browser.newContext(options);
    const origins = new Set<string>();
    const complaints: string[] = [];
    context.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol.startsWith('http')) origins.add(origin);
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${home}${query}`);
    return { page, origins, complaints };
  }

  const finished = (page: Page) =>
    page.waitForSelector('#result:not([hidden]), #trouble:not([hidden])', { timeout: 60_000 });
  const saved = async (page: Page, name: string): Promise<string> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`a[download="${name}"]`),
    ]);
    return readFileSync(await download.path(), 'utf8');
  };
  const json = async (page: Page): Promise<string> => {
    await finished(page);
    expect(await page.locator('#trouble').textContent()).toBe('');
    return saved(page, 'report.json');
  };
  const trouble = async (page: Page): Promise<string> => {
    await finished(page);
    return (await page.locator('#trouble').textContent()) ?? '';
  };
  const asks = async (page: Page, text: string): Promise<void> => {
    await page.fill('#addresses', text);
    await page.click('#start');
  };
  const byCommandLine = (path: string): string =>
    spawnSync(process.execPath, [CLI, path, '--format', 'json'], { encoding: 'utf8', maxBuffer: 2 ** 26 })
      .stdout;

  it('gives the JSON that the command line gives, to the byte, for twenty repositories', async () => {
    const { page, origins, complaints } = await show();
    for (const [name, path] of Object.entries(repositories).filter(([one]) =>
      one.startsWith('ada/project-'),
    )) {
      const expected = byCommandLine(path);
      await asks(page, name);
      if (expected === '') {
        // What cannot be recognised is refused by both.
        expect(await trouble(page), name).toMatch(/^Cannot tell which milestone/);
        continue;
      }
      expect(await json(page), name).toBe(expected);
    }
    expect([...origins].sort()).toEqual([home.slice(0, -1), new URL(github.api).origin].sort());
    expect(complaints).toEqual([]);
  }, 240_000);

  it('shows the report that the command line writes, and lets nobody else run a script', async () => {
    const { page, complaints } = await show('?repo=ada/tasks');
    await finished(page);
    const frame = page.frameLocator('#report');
    await frame.locator('h1').first().waitFor();
    expect(await frame.locator('main').textContent()).toContain('CLI Task Manager');
    const download = await saved(page, 'report.html');
    const written = spawnSync(process.execPath, [CLI, repositories['ada/tasks'] ?? '', '--format', 'html'], {
      encoding: 'utf8',
    });
    expect(download).toBe(written.stdout);
    expect(complaints).toEqual([]);
  });

  it('audits a commit again by the link that it gives', async () => {
    const first = await show('?repo=ada/tasks&milestone=cli-task-manager');
    const text = await json(first.page);
    const link = (await first.page.locator('#actions a').last().getAttribute('href')) ?? '';
    const head = git(repositories['ada/tasks'] ?? '', 'rev-parse', 'HEAD').trim();
    expect(link).toBe(`?repo=ada/tasks@${head}&milestone=cli-task-manager`);
    const again = await show(link);
    expect(await json(again.page)).toBe(text);
    await again.page.reload();
    expect(await json(again.page)).toBe(text);
    expect(JSON.parse(text).recognition).toBeNull();
  });

  it('puts several addresses together, and tells which one it could not read', async () => {
    const { page } = await show('?repo=ada/tasks&repo=ada/project-0&repo=ada/nothing');
    const portfolio = JSON.parse(await json(page));
    expect(portfolio.projects.map((one: { source: string }) => one.source)).toEqual([
      'ada/tasks',
      'ada/project-0',
    ]);
    expect(portfolio.failures).toMatchObject([
      { source: 'ada/nothing', reason: expect.stringContaining('no such repository') },
    ]);
  });

  it('reads a dropped folder as the command line reads it, without Git', async () => {
    const { page } = await show();
    const files = {
      ...TASKS,
      '.gitignore': 'build/\n*.tmp\n',
      'build/out.py': 'x = (',
      'a.tmp': 'x',
      'src/.gitignore': '!keep.tmp\n',
      'src/keep.tmp': 'y',
    };
    const dropped = mkdtempSync(join(tmpdir(), 'dropped-'));
    write(dropped, files);
    await page.setInputFiles('#folder', dropped);
    expect(await json(page)).toBe(byCommandLine(dropped));
    rmSync(dropped, { recursive: true });
  });

  it('takes a folder that is dropped on it', async () => {
    const { page } = await show();
    await page.evaluate(`((tasks) => {
      const file = (path, text) => ({ isFile: true, isDirectory: false, name: path, file: (ok) => ok(new File([text], path)) });
      const entry = { isFile: false, isDirectory: true, name: 'tasks', createReader: () => { let given = [file('tasks.py', tasks), file('README.md', '# Task CLI\\n')]; return { readEntries: (ok) => { ok(given); given = []; } }; } };
      const event = new Event('drop', { cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: { items: [{ webkitGetAsEntry: () => entry }] } });
      document.dispatchEvent(event);
    })(${JSON.stringify(TASKS['tasks.py'])})`);
    expect(JSON.parse(await json(page)).repository).toMatchObject({ name: 'tasks', revision: null });
  });

  const dropZip = (page: Page, name: string, buffer: Buffer) =>
    page.setInputFiles('#zip', { name, mimeType: 'application/zip', buffer });

  it('reads a zip with ten thousand entries', async () => {
    const { page } = await show();
    const files: Record<string, string> = Object.fromEntries(
      Object.entries(TASKS).map(([path, text]) => [`tasks-main/${path}`, text]),
    );
    for (let at = 0; at < 10_000; at += 1) files[`tasks-main/data/${at}.txt`] = 'x';
    await dropZip(page, 'tasks.zip', zipOf(files));
    const report = JSON.parse(await json(page));
    expect(report.repository.name).toBe('tasks-main');
    expect(report.milestones[0].id).toBe('cli-task-manager');
  }, 120_000);

  it('unpacks no bomb further than a file may be long, and says so', async () => {
    const { page } = await show();
    await dropZip(page, 'bomb.zip', bomb(TASKS));
    const report = JSON.parse(await json(page));
    expect(report.notes.map((one: { path: string; text: string }) => `${one.path}: ${one.text}`)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^lying\.py: not read: (larger than 1 MB|damaged)/)]),
    );
    expect(report.milestones[0].id).toBe('cli-task-manager');
  });

  it('leaves out paths that lead out of an archive, and opens nothing that is none', async () => {
    const { page } = await show();
    await dropZip(
      page,
      'evil.zip',
      zipOf({ ...TASKS, '../../etc/passwd': 'x', '/root.py': 'x', 'a/../../b.py': 'x' }),
    );
    const report = JSON.parse(await json(page));
    expect(report.notes).toContainEqual({
      path: null,
      line: null,
      text: '3 files with a path that leads out were not read',
    });
    await dropZip(page, 'none.zip', Buffer.from('PK no archive'));
    expect(await trouble(page)).toMatch(/^'none\.zip' cannot be opened: it is no zip archive/);
  });

  it('tells the limit plainly, and reads on with a token', async () => {
    const { page } = await show();
    github.left = 0;
    await asks(page, 'ada/tasks');
    expect(await trouble(page)).toMatch(/answers no more questions for now.*60 an hour.*token/);
    github.left = 1000;
    await page.click('summary');
    await page.fill('#token', 'token');
    await asks(page, 'ada/secret');
    expect(JSON.parse(await json(page)).repository.name).toBe('ada/secret');
    // To the API alone, and nowhere kept.
    expect(github.asked.filter((one) => one.startsWith('GET /raw/'))).toEqual([]);
    expect(
      await page.evaluate('JSON.stringify([localStorage, sessionStorage, document.cookie, location.href])'),
    ).not.toContain('token"');
    await page.reload();
    expect(await page.inputValue('#token')).toBe('');
  });

  it.each([
    ['ada/secret', /no such repository or commit on GitHub, or it is private/],
    ['ada/nothing', /no such repository or commit on GitHub, or it is private/],
    ['ada/tasks@nowhere', /does not know what 'ada\/tasks' names/],
    ['what is this', /'what' is no address of a repository/],
    ['https://example.org/ada/tasks', /is no address of a repository/],
    ['', /No address was given/],
  ])('says what is wrong with %j', async (text, expected) => {
    const { page } = await show();
    await asks(page, text);
    expect(await trouble(page)).toMatch(expected);
  });

  it('stops when it is asked to, and can be asked again', async () => {
    const { page } = await show();
    github.slow = 5000;
    await asks(page, 'ada/tasks');
    await page.getByText('Looking at the files').waitFor();
    await page.click('#stop');
    expect(await page.locator('#status').textContent()).toBe('Stopped.');
    expect(await page.locator('#result').isHidden()).toBe(true);
    github.slow = 0;
    await asks(page, 'ada/tasks');
    expect(JSON.parse(await json(page)).repository.name).toBe('ada/tasks');
  });

  it('believes no raw file that is not the one of the commit', async () => {
    const { page } = await show();
    await page.route(/\/raw\/.*tasks\.py$/, (route) =>
      route.fulfill({ status: 200, body: 'import os', headers: { 'access-control-allow-origin': '*' } }),
    );
    await asks(page, 'ada/tasks');
    expect(JSON.parse(await json(page)).notes).toContainEqual(
      expect.objectContaining({ path: 'tasks.py', text: expect.stringContaining('not there any more') }),
    );
  });

  describe.each([
    ['light', { colorScheme: 'light', viewport: { width: 1280, height: 900 } }],
    ['dark on a phone', { colorScheme: 'dark', viewport: { width: 360, height: 740 } }],
  ] as const)('%s', (_, options) => {
    it('has nothing that axe objects to, fits, and is used by keyboard', async () => {
      const { page } = await show('', options);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.id')).toBe('addresses');
      await page.keyboard.type('ada/tasks');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await finished(page);
      expect(await page.evaluate('document.activeElement.id')).toBe('result');
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate('axe.run(document, { iframes: false })')) as AxeResults;
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    });
  });
});

/** The first met case of twenty requirements, in different languages. */
async function twentyProjects(): Promise<readonly Readonly<Record<string, string>>[]> {
  const names = [
    'blog-api',
    'rag-system',
    'full-stack-ai-app',
    'cli-task-manager',
    'ml-api',
    'data-pipeline',
    'production-deployment',
  ];
  const found: Readonly<Record<string, string>>[] = [];
  for (const name of names) {
    const tests = await loadRuleTests(readFileSync(join(RULES, `${name}.yml`), 'utf8'), name);
    const cases = Object.values(tests).flatMap((all) =>
      all.filter(({ verdict }) => verdict === 'met').slice(0, 1),
    );
    found.push(
      ...cases.slice(0, 3).map(({ files }) => ({ ...files, '.milestone.yml': `milestone: ${name}\n` })),
    );
  }
  return found.slice(0, 20);
}
