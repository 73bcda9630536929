/** Templates of Helm charts, as far as the chart's own values fill them. */
import { linesOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';

const MAX_LINES = 5_000;

/** A template with its plain values put in; null where it is none, or where conditions about TLS decide what it says. */
export function filledTemplate(facts: Facts, path: string, text: string): string | null {
  const root = /^(.*?)templates\/[^/]+$/.exec(path)?.[1];
  const values = root === undefined ? undefined : facts.text(`${root}values.yaml`);
  if (values === undefined || /\{\{-?\s*(?:if|with|range)\b[^}]{0,200}tls/i.test(text)) return null;
  return text.replace(
    /\{\{-?\s*\.Values\.([\w.]{1,100})[^{}]{0,100}\}\}/g,
    (written: string, keys: string) => valueAt(values, keys.split('.')) ?? written,
  );
}

/** The scalar below nested keys, by the indentation of its line. */
function valueAt(text: string, keys: readonly string[]): string | null {
  let found = 0;
  let above = -1;
  for (const line of linesOf(text).slice(0, MAX_LINES)) {
    const [, blank = '', key = '', value = ''] = /^(\s*)([\w-]+)\s*:\s*(.*)$/.exec(line.slice(0, 500)) ?? [];
    if (key === '') continue;
    if (blank.length <= above) return null;
    if (key !== keys[found] || (found === 0 && blank !== '')) continue;
    found += 1;
    above = blank.length;
    if (found === keys.length) return value.replace(/\s#.*$/, '').replace(/^["']|["']$/g, '') || null;
  }
  return null;
}
