/** Which submissions share more of their shape than what was given to everybody. Pure. */
import type { CodeRange, SimilarityReport, SimilarPair, SimilarSide } from '../../model/cohort.ts';
import type { Report } from '../../model.ts';
import { type Columns, columns } from './columns.ts';
import { sharedPlaces } from './places.ts';
import type { Prints } from './prints.ts';

/** Below it two answers to one exercise may look alike by themselves. */
const LEAST_SHARE = 0.15;
const LEAST_SHARED = 8;
/** What more submissions than these hold is how the thing is done. */
const COMMON_SHARE = 0.1;
const COMMON_LEAST = 5;
const COMMON_MOST = 50;
const MOST_PAIRS = 200;

/** A submission that is compared. */
export interface Compared {
  readonly side: SimilarSide;
  /** Its place in the plan: whatever order submissions come in, a pair is named the same way round. */
  readonly order: number;
  /** Without those of the starter code. */
  readonly prints: Prints;
  /** Submissions to different assignments are not compared. */
  readonly group: number;
}

export interface Similarity {
  readonly add: (submission: Compared) => void;
  readonly report: (tool: Report['tool'], title: string | null) => SimilarityReport;
}

interface Known {
  readonly side: SimilarSide;
  readonly order: number;
  readonly files: readonly string[];
  readonly group: number;
}

/** Takes submissions one after the other, so that none of them has to be held whole. */
export function similarity(): Similarity {
  const known: Known[] = [];
  const marks = columns();
  return {
    add: ({ side, order, prints, group }) => {
      marks.add(known.length, prints);
      known.push({ side, order, files: prints.files, group });
    },
    report: (tool, title) => {
      const { pairs, compared } = alike(marks, known);
      return {
        schema: 1,
        kind: 'cohort-similarity',
        tool,
        title,
        compared,
        pairs: pairs.slice(0, MOST_PAIRS),
        more: Math.max(0, pairs.length - MOST_PAIRS),
      };
    },
  };
}

function alike(marks: Columns, known: readonly Known[]) {
  const sorted = marks.sorted();
  const most = Math.max(COMMON_LEAST, Math.min(COMMON_MOST, known.length * COMMON_SHARE));
  const own = new Uint32Array(known.length);
  const shared = new Map<number, number>();
  for (const rows of groupsOf(marks, sorted)) {
    for (const { row } of rows) own[row] = (own[row] ?? 0) + 1;
    if (rows.length < 2 || rows.length > most) continue;
    for (const [a, b] of pairsOf(rows, known)) {
      const pair = a.row * known.length + b.row;
      shared.set(pair, (shared.get(pair) ?? 0) + 1);
    }
  }
  const close = new Map(
    [...shared].flatMap(([pair, count]) => {
      const a = Math.floor(pair / known.length);
      const b = pair % known.length;
      const share = count / Math.min(own[a] ?? 1, own[b] ?? 1);
      return count >= LEAST_SHARED && share >= LEAST_SHARE ? [[pair, { a, b, count, share }] as const] : [];
    }),
  );
  const places = new Map<number, (readonly [CodeRange, CodeRange])[]>();
  for (const rows of groupsOf(marks, sorted)) {
    if (rows.length < 2 || rows.length > most) continue;
    for (const [a, b] of pairsOf(rows, known)) {
      const pair = a.row * known.length + b.row;
      if (!close.has(pair)) continue;
      const found = places.get(pair) ?? [];
      found.push([rangeOf(marks, known, a), rangeOf(marks, known, b)]);
      places.set(pair, found);
    }
  }
  const pairs = [...close].map(([pair, { a, b, count, share }]): SimilarPair => {
    const left = known[a]?.side as SimilarSide;
    const right = known[b]?.side as SimilarSide;
    return {
      left,
      right,
      share: Math.round(share * 1e4) / 1e4,
      shared: count,
      places: sharedPlaces(places.get(pair) ?? []),
    };
  });
  return {
    compared: own.filter((count) => count >= LEAST_SHARED).length,
    pairs: pairs.sort((x, y) => y.share - x.share || y.shared - x.shared || (keyOf(x) < keyOf(y) ? -1 : 1)),
  };
}

function keyOf({ left, right }: SimilarPair): string {
  return `${left.key}\n${right.key}`;
}

interface Mark {
  readonly row: number;
  readonly mark: number;
}

/** The submissions that hold one fingerprint, each once. */
function* groupsOf(marks: Columns, sorted: Uint32Array): Generator<readonly Mark[]> {
  let group: Mark[] = [];
  let hash = -1;
  for (const mark of sorted) {
    const own = marks.hash(mark);
    if (own !== hash) {
      if (group.length > 0) yield group;
      group = [];
      hash = own;
    }
    const row = marks.row(mark);
    if (group.at(-1)?.row !== row) group.push({ row, mark });
  }
  if (group.length > 0) yield group;
}

function* pairsOf(rows: readonly Mark[], known: readonly Known[]): Generator<readonly [Mark, Mark]> {
  const place = ({ row }: Mark): number => known[row]?.order ?? 0;
  const inOrder = [...rows].sort((a, b) => place(a) - place(b));
  for (const [index, a] of inOrder.entries())
    for (const b of inOrder.slice(index + 1)) if (known[a.row]?.group === known[b.row]?.group) yield [a, b];
}

function rangeOf(marks: Columns, known: readonly Known[], { row, mark }: Mark): CodeRange {
  const { file, line, endLine } = marks.place(mark);
  return { path: known[row]?.files[file] ?? '', line, endLine };
}
