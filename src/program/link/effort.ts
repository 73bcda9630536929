/**
 * How much work a program may make. Code can be written so that following its names, imports or calls takes longer than
 * anybody lives; depth alone does not bound it. Work is counted, not timed: the same files give the same report.
 */

/** What is counted, with the steps that all questions together may take: five thousand files of honest code need a third of any. */
const MOST = {
  names: 10_000_000,
  'star imports': 1_000_000,
  calls: 10_000_000,
  values: 700_000,
} as const;
type Kind = keyof typeof MOST;

const CUT: Readonly<Record<Kind, string>> = {
  names: 'what names stand for was followed',
  'star imports': 'modules were looked up through star imports',
  calls: 'calls were followed',
  values: 'what values are made of was followed',
};

export interface Effort {
  /** Counts steps; false where no more may be taken. */
  readonly spend: (kind: Kind, steps?: number) => boolean;
  /** What was cut, for the report. */
  readonly cuts: () => readonly string[];
}

export function effortOf(): Effort {
  const left: Record<Kind, number> = { ...MOST };
  const kinds = Object.keys(MOST) as Kind[];
  return {
    spend(kind, steps = 1) {
      left[kind] -= steps;
      return left[kind] >= 0;
    },
    cuts: () =>
      kinds
        .filter((kind) => left[kind] < 0)
        .map(
          (kind) =>
            `not all of the code was followed: ${CUT[kind]} in ${MOST[kind]} steps, which is the limit`,
        ),
  };
}
