/** The HTML reports in a real browser: clicked, filtered, printed, read by axe, and watched for requests. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportBadge } from '../../src/reporters/badge.ts';
import { portfolioHtml } from '../../src/reporters/html/portfolio.ts';
import { reportHtml } from '../../src/reporters/html/report.ts';
import { HOSTILE, hostileReport } from '../reporters/hostile.ts';
import { portfolio, project } from '../reporters/portfolio.ts';
import { report } from '../reporters/report.ts';
import { BROWSER_PATH, launch, open } from './chromium.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOSTILE_TEXT = HOSTILE.slice(0, -1).join(' ');

const PAGES = {
  report: reportHtml(report(), {}),
  portfolio: portfolioHtml(portfolio()),
  'hostile report': reportHtml(hostileReport(HOSTILE_TEXT), {}),
  'hostile portfolio': portfolioHtml(
    portfolio({
      title: HOSTILE_TEXT,
      judged: [{ ...project(HOSTILE_TEXT, []), report: hostileReport(HOSTILE_TEXT) }],
      failures: [{ source: HOSTILE_TEXT, reason: HOSTILE_TEXT, hint: HOSTILE_TEXT }],
    }),
  ),
  'empty portfolio': portfolioHtml(portfolio({ judged: [], failures: [] })),
} as const;
type Name = keyof typeof PAGES;
const NAMES = Object.keys(PAGES) as readonly Name[];

it('has a browser where CI runs', () => {
  expect(process.env.CI === undefined || BROWSER_PATH !== undefined).toBe(true);
});

describe.runIf(BROWSER_PATH !== undefined)('in Chromium', () => {
  let browser: Browser;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'pages-'));
    for (const name of NAMES) writeFileSync(join(folder, `${name}.html`), PAGES[name]);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const show = (name: Name, options: BrowserContextOptions = {}, hash = '') =>
    open(browser, `${pathToFileURL(join(folder, `${name}.html`)).href}${hash}`, options);

  describe.each(NAMES)('the %s', (name) => {
    it('asks for nothing, and its policy finds nothing to refuse', async () => {
      const { page, requests, complaints } = await show(name);
      for (const summary of await page.locator('summary').all()) await summary.click();
      expect(requests).toEqual([]);
      expect(complaints).toEqual([]);
    });

    it.each(['light', 'dark'] as const)('is accessible in %s colours', async (colorScheme) => {
      const { page } = await show(name, { colorScheme });
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      // The policy of the page lets no script in but its own, so axe comes by way of the browser.
      const context = page.context();
      const session = await context.newCDPSession(page);
      await session.send('Page.setBypassCSP', { enabled: true });
      await page.reload();
      await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      await page.addScriptTag({ content: AXE });
      const results = await page.evaluate(() =>
        (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
      );
      expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    });

    it('fits phones and wide screens without scrolling sideways', async () => {
      const { page } = await show(name);
      for (const width of [320, 390, 768, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
        expect(wide).toBeLessThanOrEqual(width);
      }
    });
  });

  describe('hostile text', () => {
    it.each(['hostile report', 'hostile portfolio'] as const)('is only text in the %s', async (name) => {
      const { page } = await show(name);
      const elements = await page.evaluate<unknown>(`({
        scripts: document.querySelectorAll('script').length,
        images: document.querySelectorAll('img, iframe, object, embed, link, base, form').length,
        handlers: [...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))).length,
        addresses: [...document.querySelectorAll('a')].map((one) => one.protocol).filter((one) => one !== 'https:' && one !== 'file:'),
      })`);
      expect(elements).toEqual({ scripts: 1, images: 0, handlers: 0, addresses: [] });
      expect(await page.textContent('main')).toContain('<script>alert(1)</script>');
    });

    it('could not run even if it became markup', async () => {
      const broken = join(folder, 'broken.html');
      const attack =
        '<script>document.title = "owned"</script><img src="x" onerror="document.title = `owned`"><p style="color: red">x</p>';
      writeFileSync(broken, PAGES.report.replace('<main', `${attack}<main`));
      const { page, complaints } = await open(browser, pathToFileURL(broken).href);
      expect(await page.title()).not.toBe('owned');
      expect(complaints.join(' ')).toContain('Content Security Policy');
    });
  });

  describe('filters', () => {
    const visible = (page: Page, selector: string) => page.locator(`${selector}:visible`).count();

    it('narrow the list by verdict, by words, and say how much is left', async () => {
      const { page } = await show('report');
      const list = page.locator('#cli-task-manager');
      expect(await visible(page, '#cli-task-manager .rows > li')).toBe(4);
      await list.getByRole('button', { name: /missing/ }).click();
      expect(await visible(page, '#cli-task-manager .rows > li')).toBe(1);
      expect(await list.getByRole('status').textContent()).toBe('1 of 4 shown');
      await list.getByRole('button', { name: /partial/ }).click();
      expect(await visible(page, '#cli-task-manager .rows > li')).toBe(2);
      await list.getByRole('searchbox').fill('logger');
      expect(await visible(page, '#cli-task-manager .rows > li')).toBe(1);
      await list.getByRole('searchbox').fill('nothing like it');
      expect(await list.getByText('No requirement fits these filters.').isVisible()).toBe(true);
    });

    it('narrow the skills, and hide headings without any', async () => {
      const { page } = await show('portfolio');
      await page.locator('#skills').getByRole('button', { name: 'Advanced' }).click();
      expect(await visible(page, '#skills .skill')).toBe(1);
      expect(await visible(page, '#skills .phase')).toBe(1);
      await page.locator('#skills').getByRole('button', { name: 'Advanced' }).click();
      await page.locator('#skills').getByRole('button', { name: /shown/ }).click();
      expect(await page.locator('#skills .skill:visible').allTextContents()).toEqual([
        expect.stringContaining('Comprehensions'),
      ]);
    });
  });

  describe('the keyboard', () => {
    it('reaches everything: skip link, search, chips, rows', async () => {
      const { page } = await show('report');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.type')).toBe('search');
      await page.keyboard.type('dump');
      expect(await page.locator('#cli-task-manager .rows > li:visible').count()).toBe(1);
      await page.keyboard.press('Escape');
      expect(await page.locator('#cli-task-manager .rows > li:visible').count()).toBe(4);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await page.locator('#cli-task-manager .rows > li:visible').count()).toBe(1);
      await page.locator('#cli-task-manager summary:visible').first().focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('#cli-task-manager details[open]').count()).toBe(1);
    });
  });

  it('an address of a requirement opens it', async () => {
    const { page } = await show('report', {}, '#cli-task-manager-logging');
    expect(await page.locator('#cli-task-manager-logging').getAttribute('open')).not.toBeNull();
  });

  it('turns dark and light again, and says so', async () => {
    const { page } = await show('report', { colorScheme: 'light' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await ground();
    const button = page.getByRole('button', { name: 'Dark colours' });
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await ground()).not.toBe(light);
    await button.click();
    expect(await ground()).toBe(light);
  });

  it('is dark where the reader wants it dark', async () => {
    const { page } = await show('report', { colorScheme: 'dark' });
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(19, 22, 25)');
  });

  it('shows everything without scripts', async () => {
    const { page } = await show('report', { javaScriptEnabled: false });
    expect(await page.locator('#cli-task-manager .rows > li:visible').count()).toBe(4);
    expect(await page.locator('.tools:visible').count()).toBe(0);
    await page.locator('summary').first().click();
    expect(await page.getByText('json.dump(rows, file)').first().isVisible()).toBe(true);
  });

  it('a badge is drawn as wide as its words', async () => {
    const path = join(folder, 'badge.svg');
    writeFileSync(path, reportBadge(report()));
    const { page, complaints } = await open(browser, pathToFileURL(path).href);
    const widths = await page.evaluate<number[]>(
      '[...document.querySelectorAll("text")].map((one) => one.getComputedTextLength() / Number(one.getAttribute("textLength")))',
    );
    for (const share of widths) expect(Math.abs(share - 1)).toBeLessThan(0.2);
    expect(complaints).toEqual([]);
  });

  describe('on paper', () => {
    const pagesOf = async (name: Name): Promise<number> => {
      const { page } = await show(name);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    };

    it('a project is one page', async () => {
      expect(await pagesOf('report')).toBe(1);
    });

    it('a portfolio is two pages of overview and one per project', async () => {
      expect(await pagesOf('portfolio')).toBe(4);
      const { page } = await show('portfolio');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.tools:visible, .theme:visible, #skills:visible').count()).toBe(0);
    });
  });
});
