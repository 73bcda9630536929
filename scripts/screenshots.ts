/** Draws the pictures of docs/reports.md and docs/cohorts.md with Chromium. `node scripts/screenshots.ts [FOLDER]` */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { sourceRules } from '../src/commands/rule-files.ts';
import { cohortHtml } from '../src/reporters/html/cohort/page.ts';
import { portfolioHtml } from '../src/reporters/html/portfolio.ts';
import { reportHtml } from '../src/reporters/html/report.ts';
import { cohort } from '../tests/reporters/cohort.ts';
import { growRepository } from './screenshots/grown.ts';
import { showcase } from './screenshots/showcase.ts';

const folder = resolve(process.argv[2] ?? 'docs/images');
const pages = mkdtempSync(join(tmpdir(), 'showcase-'));
mkdirSync(folder, { recursive: true });
const rules = await sourceRules(new URL('../rules/', import.meta.url));
const portfolio = showcase(rules.milestones, rules.skills);
const one = portfolio.projects[1];
if (one === undefined) throw new Error('the showcase has no second project');
const files = {
  portfolio: join(pages, 'portfolio.html'),
  report: join(pages, 'report.html'),
  history: join(pages, 'history.html'),
  cohort: join(pages, 'cohort.html'),
};
writeFileSync(files.portfolio, portfolioHtml(portfolio));
writeFileSync(files.report, reportHtml(one.report, {}));
writeFileSync(files.cohort, cohortHtml(cohort(30, 2)));
growRepository(join(pages, 'task-manager'));
const words = [
  'history',
  join(pages, 'task-manager'),
  '-m',
  'cli-task-manager',
  '-f',
  'html',
  '-o',
  files.history,
];
execFileSync(process.execPath, [fileURLToPath(new URL('../dist/cli.js', import.meta.url)), ...words]);

interface Picture {
  readonly name: string;
  readonly file: keyof typeof files;
  readonly width: number;
  readonly height: number;
  readonly dark?: boolean;
  /** What is drawn; the top of the page where it is left out. */
  readonly part?: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The heat map, with what is behind the first learner's line. */
async function toLearner(page: Page): Promise<void> {
  const heading = page.locator('.heat-map').first();
  await heading.scrollIntoViewIfNeeded();
  await page.locator('.heat-map .who').first().click();
}

const PICTURES: readonly Picture[] = [
  { name: 'portfolio', file: 'portfolio', width: 1280, height: 1180 },
  { name: 'portfolio-dark', file: 'portfolio', width: 1280, height: 1180, dark: true },
  { name: 'matrix', file: 'portfolio', width: 1280, height: 900, part: '#matrix' },
  { name: 'charts', file: 'portfolio', width: 1280, height: 900, part: '#charts' },
  { name: 'skills', file: 'portfolio', width: 1280, height: 1000, part: '#skills .phase:nth-of-type(6)' },
  {
    name: 'report',
    file: 'report',
    width: 1280,
    height: 1100,
    prepare: async (page) => void (await page.locator('#blog-api summary').nth(1).click()),
  },
  { name: 'history', file: 'history', width: 900, height: 900 },
  { name: 'phone', file: 'report', width: 390, height: 844, dark: true },
  { name: 'cohort', file: 'cohort', width: 1280, height: 1000, prepare: toLearner },
  { name: 'cohort-phone', file: 'cohort', width: 390, height: 844, prepare: toLearner },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const { name, file, width, height, dark, part, prepare } of PICTURES) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    deviceScaleFactor: 1,
  });
  await page.goto(pathToFileURL(files[file]).href);
  await prepare?.(page);
  const path = join(folder, `${name}.png`);
  await (part === undefined ? page.screenshot({ path }) : page.locator(part).first().screenshot({ path }));
  await page.close();
}
await browser.close();
rmSync(pages, { recursive: true });
