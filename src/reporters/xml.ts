/** Text of a repository inside XML: nothing of it ends an element or steers a terminal. */
import { visible } from './visible.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML 1.0 cannot hold at all. */
const UNHOLDABLE = /[\ufffe\uffff]/g;

/** `name="value"`, on one line. */
export function attribute(name: string, value: string): string {
  return `${name}="${escaped(visible(value))}"`;
}

/** Keeps line ends. */
export function textNode(text: string): string {
  return text
    .split('\n')
    .map((line) => escaped(visible(line)))
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(UNHOLDABLE, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
