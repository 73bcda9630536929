/** Python's version specifiers, as far as they hold a package back. */

const CLAUSE = /^(===?|~=|\^|~|<=?)\s*v?(\d{1,9}(?:\.\d{1,9}){0,4})/;

/** Whether a specifier ('==0.1.4', '>=0.1,<0.2', '^0.1') allows nothing from a version on. Without a bound the newest is taken. */
export function staysBelow(specifier: string | null, version: string): boolean {
  const wanted = numbersOf(version);
  return (specifier ?? '').split(',').some((clause) => {
    const [, operator, text] = CLAUSE.exec(clause.trim()) ?? [];
    if (operator === undefined || text === undefined)
      return /^\d/.test(clause.trim()) && isBelow(clause, wanted);
    const given = numbersOf(text);
    switch (operator) {
      case '<':
        return compare(given, wanted) <= 0;
      case '~=':
      case '~':
        return compare(next(given, Math.max(0, given.length - 2)), wanted) <= 0;
      case '^':
        return (
          compare(
            next(
              given,
              Math.max(
                0,
                given.findIndex((part) => part > 0),
              ),
            ),
            wanted,
          ) <= 0
        );
      default:
        return compare(given, wanted) < 0;
    }
  });
}

const FLOOR = /^(?:===?|~=|\^|~|>=?)?\s*v?(\d{1,9}(?:\.\d{1,9}){0,4})/;

/** Whether a specifier ('==2.5', '>=2,<3', '^2.1') allows nothing below a version. */
export function startsFrom(specifier: string | null, version: string): boolean {
  return (specifier ?? '').split(',').some((clause) => {
    const [, given] = FLOOR.exec(clause.trim()) ?? [];
    return given !== undefined && compare(numbersOf(given), numbersOf(version)) >= 0;
  });
}

/** A bare version, as Poetry writes it. */
function isBelow(clause: string, wanted: readonly number[]): boolean {
  return compare(numbersOf(clause.trim()), wanted) < 0;
}

function numbersOf(text: string): readonly number[] {
  return text
    .split('.')
    .slice(0, 5)
    .map((part) => Number.parseInt(part, 10) || 0);
}

/** The first version after all that begin with these parts. */
function next(parts: readonly number[], at: number): readonly number[] {
  return parts.slice(0, at + 1).map((part, index) => (index === at ? part + 1 : part));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
