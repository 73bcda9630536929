/** Which package a manifest makes, and which one the page of a registry is about. */

/** The name that a manifest gives its package. */
export function nameIn(manifest: string): string | null {
  const name = /^\s{0,8}(?:"name"\s{0,4}:|name\s{0,4}=)\s{0,4}["']([^"'\n]{1,200})["']/m.exec(manifest)?.[1];
  return name === undefined ? null : packageName(name);
}

/** Which package the page of a registry is about; null where the address is none. */
export function packageAt(url: string): string | null {
  const page =
    /^https?:\/\/(?:www\.)?(?:pypi\.org\/project|npmjs\.com\/package)\/((?:@[^/?#]+\/)?[^/?#]+)/i.exec(url);
  return page?.[1] === undefined ? null : packageName(page[1]);
}

/** As registries compare names. */
function packageName(name: string): string {
  return name.toLowerCase().replace(/[_.]/g, '-');
}
