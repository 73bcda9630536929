/** The script inside a Vue or Svelte file, at its own lines. */

export interface Script {
  /** As long as the file: everything but the scripts is blank. */
  readonly text: string;
  readonly typescript: boolean;
  /** `lang="tsx"` or `lang="jsx"`. */
  readonly jsx: boolean;
}

const OPEN = /<!--|<script(?=[\s>])/gi;
const CLOSE = /<\/script/gi;
const LANGUAGE = /\slang\s*=\s*["']?([a-z]+)/i;
const TYPE = /\stype\s*=\s*["']?([a-z/+-]+)/i;

/**
 * What a template engine fills in: `{{ value }}`, `{!! value !!}`, `<%= value %>`, `<?= value ?>` and `@json(value)` stand for a value,
 * `{% if %}`, `<% if %>`, `<?php if ?>`, a line that starts with `@if`, and comments for nothing.
 */
const FILLED =
  /\{\{[^{}]{0,300}\}\}|\{!![^{}]{0,300}!!\}|\{[%#][^{}]{0,300}[%#]\}|<%[^%]{0,300}%>|<\?[^?]{0,300}\?>|@(?:json|js)\([^()\n]{0,300}\)|^[ \t]*@[a-z]\w*\b[^\n<]{0,300}$/gim;
/** Those that stand for a value start so. */
const VALUE = /^(?:\{\{|\{!!|<%[=-]|<\?=|@js)/;

/** A template as the script that it becomes: each value a name, everything at its own place. */
export function filledIn(text: string): string {
  return text.replace(FILLED, (found) => {
    const gap = found.replace(/[^\n]/g, ' ');
    return VALUE.test(found) ? `$${gap.slice(1)}` : gap;
  });
}

/** Blanks everything that is not the content of a script element. */
export function scriptOf(text: string): Script {
  const pieces: string[] = [];
  let kept = 0;
  let typescript = false;
  let jsx = false;
  OPEN.lastIndex = 0;
  for (let match = OPEN.exec(text); match !== null; match = OPEN.exec(text)) {
    if (match[0] === '<!--') {
      const end = text.indexOf('-->', match.index);
      if (end === -1) break;
      OPEN.lastIndex = end;
      continue;
    }
    const start = tagEnd(text, OPEN.lastIndex);
    CLOSE.lastIndex = start;
    const end = CLOSE.exec(text)?.index ?? text.length;
    OPEN.lastIndex = end;
    const attributes = text.slice(match.index, start);
    const type = TYPE.exec(attributes)?.[1] ?? 'module';
    if (!/module|script|babel/i.test(type)) continue;
    const language = LANGUAGE.exec(attributes)?.[1]?.toLowerCase() ?? '';
    typescript ||= language === 'ts' || language === 'tsx' || language === 'typescript';
    jsx ||= language === 'tsx' || language === 'jsx';
    pieces.push(blank(text.slice(kept, start)), text.slice(start, end));
    kept = end;
  }
  pieces.push(blank(text.slice(kept)));
  return { text: pieces.join(''), typescript, jsx };
}

/** Just behind the '>' that closes a tag; one inside quotes does not. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return text.length;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
