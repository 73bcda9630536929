/** How tokens and costs are called, in names of values and in words beside them. */
import type { CodeFile, Value } from '../../program/file.ts';
import { valuesThroughCalls } from '../../program/link/values.ts';

export type Used = 'tokens' | 'cost';

/** One `token` is what a login gives. */
const TOKEN_NAME =
  /(?:^|[._])(?:\w{0,20}_)?tokens(?:_\w{1,20})?$|[a-z]Tokens(?:[A-Z]\w*)?$|^tokens?(?:Count|Usage|Used)\w*$|token_(?:count|usage|used)\w*$/;
const COST_NAME =
  /(?:^|[._])(?:\w{0,24}_)?(?:costs?|spend|spent)(?:_\w{1,20})?$|[a-z](?:Cost|Spend|Spent)(?:[A-Z]\w*)?$|^costs?[A-Z]\w*$/;
/** What is allowed, not what was used; and what a login gives. */
const NOT_USED =
  /max|limit|api|access|auth|bearer|refresh|secret|expir|invalid|missing|budget|quota|remaining|window|chunk|config|setting|\bper\b/i;
const TOKEN_WORDS = /\btokens?\b/i;
const COST_WORDS = /\b(?:costs?|spend|spent|spending|usd|kosten|costo|coût)\b|[$€£]\s*\{\}|\{\}\s*[$€£]/i;

/** What words with a value among them show; one piece of a line each. */
export function usedInWords(words: string): readonly Used[] {
  if (words.length > 1500) return [];
  const found: Used[] = [];
  for (const piece of words.split(/[|\n•·;]|<br\s*\/?>|\s{2,}/)) {
    // One value is one of the two, whatever else is written around it.
    const [unit] = piece.split('{}').length === 2 ? (/\{\}\s*tokens?\b/i.exec(piece) ?? []) : [];
    if (TOKEN_WORDS.test(piece) && !NOT_USED.test(nearby(piece, TOKEN_WORDS))) found.push('tokens');
    if (
      unit === undefined &&
      COST_WORDS.test(piece) &&
      !/max|limit|budget|per \d|\/\s*(?:1k|1m|mo)/i.test(nearby(piece, COST_WORDS))
    )
      found.push('cost');
  }
  return found;
}

/** The words right before and after. */
function nearby(text: string, wanted: RegExp): string {
  const at = text.search(wanted);
  return text.slice(Math.max(0, at - 14), at + 22);
}

export function usedInName(name: string): readonly Used[] {
  if (NOT_USED.test(name)) return [];
  return [
    ...(TOKEN_NAME.test(name) ? ['tokens' as const] : []),
    ...(COST_NAME.test(name) ? ['cost' as const] : []),
  ];
}

/** By the names and keys in a value: `usage.total_tokens`, `message["cost"]`. */
export function usedInNames(value: Value, file: CodeFile): readonly Used[] {
  return valuesThroughCalls(value, file).flatMap((part) => {
    if (part.kind === 'name' || part.kind === 'member') return usedInName(part.name);
    return part.kind === 'literal' && typeof part.value === 'string' && /^\w{4,40}$/.test(part.value)
      ? usedInName(part.value)
      : [];
  });
}

/** Something beside is about a setting: `{config.chunk_size} tokens`. */
export function isSetting(value: Value, file: CodeFile): boolean {
  return valuesThroughCalls(value, file).some(
    (part) => part.kind === 'name' && /size|max|limit|config|setting|window|overlap/i.test(part.name),
  );
}
