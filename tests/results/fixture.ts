import { readFileSync } from 'node:fs';

/** What a real tool wrote: see fixtures/README.md. */
export function fixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}
