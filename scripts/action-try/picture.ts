/** A picture of a page, by the Chromium of the machine. */
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export async function takePicture(file: string, picture: string): Promise<void> {
  const browser = await launched();
  const page = await browser.newPage({ viewport: { width: 920, height: 600 }, deviceScaleFactor: 1 });
  await page.goto(pathToFileURL(file).href);
  await page.locator('main').screenshot({ path: picture });
  await browser.close();
}

async function launched() {
  for (const executablePath of PLACES) {
    try {
      return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    } catch {
      // The next place may have one.
    }
  }
  throw new Error(`there is no Chromium at ${PLACES.join(' or ')}`);
}
