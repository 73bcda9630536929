/**
 * Paths by pattern: `*` and `?` within a name, `**` for any folders. Patterns may come from rule files that nobody
 * trusts, so matching takes time by the length of both and no longer, which no regular expression promises.
 */

/** Whether any of the patterns matches a path (with `/`, relative to the root). Case counts. */
export function matchesPath(path: string, patterns: readonly string[]): boolean {
  const names = path.split('/');
  return patterns.some((pattern) => matched(names, pattern.split('/'), '**', matchesPart));
}

/** The same for names with dots between them, where `?` is a name like any other. */
export function matchesParts(parts: readonly string[], pattern: readonly string[]): boolean {
  return matched(parts, pattern, '**', matchesWord);
}

function matchesWord(word: string, pattern: string): boolean {
  if (!pattern.includes('*')) return word === pattern;
  return matched([...word], [...pattern], '*', (a, b) => a === b);
}

function matchesPart(name: string, pattern: string): boolean {
  return matched([...name], [...pattern], '*', (a, b) => b === '?' || a === b);
}

/** Wildcard matching by going back to the last wildcard only: at most items × pattern steps. */
function matched(
  items: readonly string[],
  pattern: readonly string[],
  any: string,
  same: (item: string, part: string) => boolean,
): boolean {
  let item = 0;
  let part = 0;
  let wildcard = -1;
  let resume = 0;
  while (item < items.length) {
    const wanted = pattern[part];
    if (wanted === any) {
      wildcard = part++;
      resume = item;
    } else if (wanted !== undefined && same(items[item] as string, wanted)) {
      item += 1;
      part += 1;
    } else if (wildcard >= 0) {
      part = wildcard + 1;
      item = ++resume;
    } else return false;
  }
  while (pattern[part] === any) part += 1;
  return part === pattern.length;
}
