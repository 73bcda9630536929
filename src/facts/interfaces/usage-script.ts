/** Where web front ends show tokens and costs. */
import type { CodeFile, Value } from '../../program/file.ts';
import { calledName, wordsIn } from './screen.ts';
import { isSetting, type Used, usedInName, usedInNames, usedInWords } from './usage-words.ts';

export interface Shows {
  readonly used: Used;
  readonly line: number;
}

const FIELDS = /^(?:input|select|option|textarea|Input|Slider|Select|Textarea)$/;
/** Attributes that are read; those in the second list hold the value itself. */
const WORDS = /^(?:children|value|label|title|text|content|description|count|amount|suffix|prefix)$/;
const VALUES = /^(?:children|value|count|amount|text|content)$/;

/** `{usage.totalTokens}` between tags, or words and a value in one element. */
export function usageInElements(file: CodeFile): readonly Shows[] {
  return file.calls.flatMap((call): readonly Shows[] => {
    if (call.form !== 'jsx' || FIELDS.test(calledName(call))) return [];
    const attributes = call.arguments.filter(({ name }) => name !== null && WORDS.test(name));
    const parts = attributes.flatMap(({ name, value }) =>
      (value.kind === 'list' ? value.items : [value]).map((part) => ({ name: name ?? '', part })),
    );
    const values = parts.filter(({ part }) => part.kind !== 'literal' && !isElement(part, file));
    if (values.length === 0 || values.some(({ part }) => isSetting(part, file))) return [];
    const words = parts.map(({ part }) => wordsOf(part, file)).join(' ');
    const found = [
      ...usedInWords(words),
      ...values.flatMap(({ name, part }) => (VALUES.test(name) ? inExpression(part, file) : [])),
    ];
    return found.map((used) => ({ used, line: call.line }));
  });
}

function wordsOf(part: Value, file: CodeFile): string {
  if (part.kind === 'literal') return String(part.value);
  if (part.kind === 'template') return wordsIn(part, file);
  return isElement(part, file) ? '' : '{}';
}

function isElement(value: Value, file: CodeFile): boolean {
  return value.kind === 'call' && file.calls[value.call]?.form === 'jsx';
}

/** Elements inside an expression speak for themselves; a condition shows nothing. */
function inExpression(value: Value, file: CodeFile): readonly Used[] {
  if (value.kind === 'operation') {
    if (/^(?:and|\?:)$/.test(value.operator))
      return value.operands.slice(1).flatMap((part) => inExpression(part, file));
    if (/^(?:==|!=|<|>|<=|>=|not)$/.test(value.operator)) return [];
  }
  if (value.kind === 'dict' || value.kind === 'function' || value.kind === 'list') return [];
  if (value.kind === 'call') {
    const call = file.calls[value.call];
    if (!call || call.form === 'jsx' || /^(?:map|filter|forEach)$/.test(calledName(call))) return [];
  }
  return usedInNames(value, file);
}

/** `tokens.textContent = usage.total`, with words or a name that say it. */
export function usageInWrites(file: CodeFile): readonly Shows[] {
  return file.assignments.flatMap(({ target, value, line }): readonly Shows[] => {
    if (!value || value.kind === 'literal' || target.kind !== 'name') return [];
    const written = /^(.*)\.(?:textContent|innerText|innerHTML)$/.exec(target.name)?.[1];
    if (written === undefined || isSetting(value, file)) return [];
    const found = [...usedInWords(wordsIn(value, file)), ...usedInNames(value, file), ...usedInName(written)];
    return found.map((used) => ({ used, line }));
  });
}

/** `{{ usage.total_tokens }}` in the markup of Vue and Svelte files. */
export function usageInTemplate(text: string): readonly Shows[] {
  return text
    .split('\n')
    .slice(0, 4000)
    .flatMap((line, index) =>
      [...line.slice(0, 400).matchAll(/\{\{?([^{}]{1,120})\}\}?/g)].flatMap(([, inner]) =>
        (inner ?? '')
          // `spent.toFixed(2)` shows what was spent.
          .replace(/\.\w{1,40}\(/g, '(')
          .split(/[^\w.]+/)
          .flatMap(usedInName)
          .map((used) => ({ used, line: index + 1 })),
      ),
    );
}
