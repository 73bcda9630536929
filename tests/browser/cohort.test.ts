/** The heat map of a cohort in a real browser, with 8 and with 300 learners: sorted, filtered, by keyboard, printed, read by axe. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cohortHtml } from '../../src/reporters/html/cohort/page.ts';
import { similarityHtml } from '../../src/reporters/html/cohort/similarity.ts';
import { cohort, hostileCohort, similar } from '../reporters/cohort.ts';
import { BROWSER_PATH, launch, open } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = {
  'eight learners': cohortHtml(cohort(8)),
  'three hundred learners': cohortHtml(cohort(300, 2)),
  'hostile learners': cohortHtml(hostileCohort()),
  'similar pairs': similarityHtml(similar()),
} as const;
type Name = keyof typeof PAGES;
const NAMES = Object.keys(PAGES) as readonly Name[];

describe.runIf(BROWSER_PATH !== undefined)('in Chromium', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'cohort-'));
    for (const name of NAMES) writeFileSync(join(folder, `${name}.html`), PAGES[name]);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const show = (name: Name, options: BrowserContextOptions = {}) =>
    open(browser, pathToFileURL(join(folder, `${name}.html`)).href, { reducedMotion: 'reduce', ...options });
  const names = (page: Page) => page.locator('.heat-map tbody:visible .who').allTextContents();
  const learner = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  describe.each(NAMES)('%s', (name) => {
    it('ask for nothing, and the policy finds nothing to refuse', async () => {
      const { page, requests, complaints } = await show(name);
      for (const one of (await page.locator('.who').all()).slice(0, 3)) await one.click();
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it.each(['light', 'dark'] as const)('are accessible in %s colours', async (colorScheme) => {
      const { page } = await show(name, { colorScheme });
      const session = await page.context().newCDPSession(page);
      await session.send('Page.setBypassCSP', { enabled: true });
      await page.reload();
      for (const one of (await page.locator('.who').all()).slice(0, 3)) await one.click();
      await page.addScriptTag({ content: AXE });
      // The lines are alike: twenty of three hundred tell as much, in a tenth of the time.
      await page.evaluate(
        'for (const one of document.querySelectorAll("tbody:nth-of-type(n+20), .group li:nth-child(n+20)")) one.remove()',
      );
      const results = await page.evaluate<AxeResults>('axe.run()');
      expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    });

    it('fit phones and wide screens: only the table scrolls sideways', async () => {
      const { page } = await show(name);
      for (const width of [320, 390, 768, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
          width,
        );
      }
    });
  });

  it('hostile names are only text', async () => {
    const { page } = await show('hostile learners');
    const found = await page.evaluate<unknown>(`({
      scripts: document.querySelectorAll('script').length,
      images: document.querySelectorAll('img, iframe, object, embed, link, base, form').length,
      handlers: [...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length,
    })`);
    expect(found).toEqual({ scripts: 1, images: 0, handlers: 0 });
    expect(await page.textContent('main')).toContain('<script>alert(1)</script>');
  });

  describe('sorting', () => {
    it('by score, by name and by a requirement goes down, up, and back to the roster', async () => {
      const { page } = await show('eight learners');
      const roster = await names(page);
      const score = page.getByRole('columnheader', { name: 'Score' });
      await score.getByRole('button').click();
      expect(await score.getAttribute('aria-sort')).toBe('descending');
      const down = await page
        .locator('tbody')
        .evaluateAll((all) => all.map((one) => Number(one.dataset.score)));
      expect(down).toEqual([...down].sort((a, b) => b - a));
      await score.getByRole('button').click();
      expect(await score.getAttribute('aria-sort')).toBe('ascending');
      await page.getByRole('columnheader', { name: 'Learner' }).getByRole('button').click();
      expect(await score.getAttribute('aria-sort')).toBe('none');
      expect(await names(page)).toEqual([...roster].sort());
      const wanted = page.getByRole('columnheader', { name: 'API documentation' });
      await wanted.getByRole('button').click();
      const cells = await page
        .locator('tbody')
        .evaluateAll((all) =>
          all.map((one) => Number(one.querySelector('td.c:last-child')?.getAttribute('data-v') ?? -1)),
        );
      expect(cells).toEqual([...cells].sort((a, b) => b - a));
      await wanted.getByRole('button').click();
      await wanted.getByRole('button').click();
      expect(await names(page)).toEqual(roster);
    });
  });

  describe('filters', () => {
    it('narrow three hundred learners by standing, by what needs a word, and by name', async () => {
      const { page } = await show('three hundred learners');
      expect(await names(page)).toHaveLength(300);
      const tools = page.getByRole('search', { name: 'Narrow the table' });
      const chip = async (words: RegExp): Promise<number> => {
        const button = tools.getByRole('button', { name: words });
        await button.click();
        return Number(/\d+/.exec((await button.textContent()) ?? '')?.[0]);
      };
      const ready = await chip(/^ready/);
      expect(await names(page)).toHaveLength(ready);
      const submitted = await chip(/^not submitted/);
      expect(await names(page)).toHaveLength(ready + submitted);
      await chip(/^ready/);
      await chip(/^not submitted/);
      const stuck = await chip(/^stuck/);
      expect(await names(page)).toHaveLength(stuck);
      await chip(/^stuck/);
      await tools.getByRole('searchbox').fill('learner-42');
      expect(await names(page)).toEqual(['Grace Liskov']);
      expect(await tools.getByRole('status').textContent()).toBe('1 of 300 shown');
      await tools.getByRole('searchbox').fill('nobody at all');
      expect(await page.getByText('No learner fits these filters.').isVisible()).toBe(true);
    });
  });

  describe('a learner', () => {
    it('opens by a click on the line, and shows the next step and the place behind every symbol', async () => {
      const { page } = await show('three hundred learners');
      const button = learner(page, 'Ada Lovelace');
      const line = page.locator('tbody').first();
      expect(await line.locator('.within').isVisible()).toBe(false);
      await line.locator('td.c').nth(3).click();
      expect(await button.getAttribute('aria-expanded')).toBe('true');
      expect(await line.locator('.within').textContent()).toContain('Next step:');
      expect(await line.locator('.within .checks li').count()).toBe(12);
      await button.click();
      expect(await line.locator('.within').isVisible()).toBe(false);
    });

    it('is reached and opened by keyboard alone', async () => {
      const { page } = await show('eight learners');
      await page.keyboard.press('/');
      await page.keyboard.type('ada');
      await page.keyboard.press('Escape');
      await learner(page, 'Ada Lovelace').focus();
      const focused = () =>
        page.evaluate<string>(
          'document.activeElement.textContent.trim() || document.activeElement.className',
        );
      await page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('Grace Lovelace');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('TD');
      await page.keyboard.press('Enter');
      expect(await learner(page, 'Ada Lovelace').getAttribute('aria-expanded')).toBe('true');
      await page.keyboard.press('Escape');
      expect(await learner(page, 'Ada Lovelace').getAttribute('aria-expanded')).toBe('false');
      expect(await focused()).toBe('Ada Lovelace');
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      expect(await focused()).toBe('Ada Lovelace');
    });
  });

  it('shows every learner and every place without scripts', async () => {
    const { page } = await show('eight learners', { javaScriptEnabled: false });
    expect(await names(page)).toHaveLength(8);
    expect(await page.locator('.within:visible').count()).toBe(8);
    expect(await page.locator('.tools:visible').count()).toBe(0);
  });

  it('shows the whole row of twelve requirements on a phone', async () => {
    const { page } = await show('three hundred learners', { viewport: { width: 390, height: 844 } });
    const box = await page.locator('tbody td.c').nth(11).boundingBox();
    expect((box?.x ?? 999) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  it('keeps names and requirements in sight while three hundred learners scroll by', async () => {
    const { page } = await show('three hundred learners');
    await page.locator('.heat').evaluate((one) => one.scrollTo(0, 4_000));
    const [table, head] = await Promise.all([
      page.locator('.heat').boundingBox(),
      page.getByRole('columnheader', { name: 'Score' }).boundingBox(),
    ]);
    expect(Math.abs((head?.y ?? 0) - (table?.y ?? 99))).toBeLessThan(4);
  });

  it('prints on landscape pages, everybody on them and nothing to click', async () => {
    const { page } = await show('three hundred learners');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.tools:visible, .theme:visible, .within:visible').count()).toBe(0);
    expect(await names(page)).toHaveLength(300);
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    const [, width = '0', height = '1'] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(pdf) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(5);
    expect(pages).toBeLessThan(35);
  });
});
