/** Offsets to line numbers, which for a notebook are those of the file that its code was taken from. */

export interface Lines {
  readonly count: number;
  at(offset: number): number;
  /** As {@link at}, for offsets that are asked for in ascending order: no search. */
  forward(): (offset: number) => number;
}

/** `origins[row]` is the line that row (from 0) came from; without it rows are lines. */
export function linesOf(text: string, origins: readonly number[] | null = null): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const endsWithBreak = starts.length > 1 && starts.at(-1) === text.length;
  const lineOf = (row: number): number => (origins ? (origins[row] ?? origins.at(-1) ?? 1) : row + 1);
  return {
    count: text === '' ? 0 : starts.length - (endsWithBreak ? 1 : 0),
    at(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (starts[middle]! <= offset) low = middle;
        else high = middle - 1;
      }
      return lineOf(low);
    },
    forward() {
      let row = 0;
      return (offset) => {
        while (row + 1 < starts.length && starts[row + 1]! <= offset) row++;
        return lineOf(row);
      };
    },
  };
}

/** Every offset is on the same line: text that was taken out of one, such as a quoted annotation. */
export function singleLine(line: number): Lines {
  return { count: 1, at: () => line, forward: () => () => line };
}
