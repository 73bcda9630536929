/** A real browser, as setup.ts found or unpacked it. */
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** undefined where there is none: the tests that need it are left out and told, and in CI they fail. */
export const BROWSER_PATH = process.env.CHROMIUM;

export function launch(): Promise<Browser> {
  const { CHROMIUM: path, CHROMIUM_LIBRARIES: libraries } = process.env;
  if (path === undefined) throw new Error('no Chromium: install the package, or name it in CHROMIUM');
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox'],
    ...(libraries === undefined ? {} : { env: { ...process.env, LD_LIBRARY_PATH: libraries } }),
  });
}

export interface Opened {
  readonly page: Page;
  /** What the page asked for, beyond itself. */
  readonly requests: readonly string[];
  /** Errors of scripts, and what the policy of the page refused. */
  readonly complaints: readonly string[];
}

/** Opens a file as somebody does who double-clicks it. */
export async function open(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== url.replace(/#.*$/, '')) requests.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, requests, complaints };
}
