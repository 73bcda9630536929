/** Fingerprints of a whole cohort in four columns of numbers: a thousand submissions fit into a few megabytes. */
import type { Prints } from './prints.ts';

const WIDTH = 4;
const BEGIN = 4_096;

export interface Columns {
  readonly count: number;
  /** Which submission a mark is of, and which fingerprint it is. */
  readonly row: (mark: number) => number;
  readonly hash: (mark: number) => number;
  readonly place: (mark: number) => {
    readonly file: number;
    readonly line: number;
    readonly endLine: number;
  };
  /** All marks by fingerprint, those of one fingerprint by submission. */
  readonly sorted: () => Uint32Array;
}

export interface ColumnWriter extends Columns {
  readonly add: (row: number, prints: Prints) => void;
}

export function columns(): ColumnWriter {
  let rows = new Uint32Array(BEGIN);
  let marks = new Uint32Array(BEGIN * WIDTH);
  let count = 0;
  const hash = (mark: number): number => marks[mark * WIDTH] ?? 0;
  const row = (mark: number): number => rows[mark] ?? 0;
  const grow = (): void => {
    const wider = new Uint32Array(rows.length * 2);
    wider.set(rows);
    rows = wider;
    const longer = new Uint32Array(marks.length * 2);
    longer.set(marks);
    marks = longer;
  };
  return {
    get count() {
      return count;
    },
    row,
    hash,
    place: (mark) => ({
      file: marks[mark * WIDTH + 1] ?? 0,
      line: marks[mark * WIDTH + 2] ?? 1,
      endLine: marks[mark * WIDTH + 3] ?? 1,
    }),
    sorted: () =>
      Uint32Array.from({ length: count }, (_, mark) => mark).sort(
        (a, b) => hash(a) - hash(b) || row(a) - row(b) || a - b,
      ),
    add: (owner, prints) => {
      for (let at = 0; at + WIDTH <= prints.marks.length; at += WIDTH) {
        if (count === rows.length) grow();
        rows[count] = owner;
        for (let part = 0; part < WIDTH; part += 1)
          marks[count * WIDTH + part] = prints.marks[at + part] ?? 0;
        count += 1;
      }
    },
  };
}
