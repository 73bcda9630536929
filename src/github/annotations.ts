/** Notes at the lines of a change: what speaks against a requirement there, and did not before. Pure. */
import { requirementPage } from '../addresses.ts';
import type { Difference } from '../model/difference.ts';
import type { Evidence, Report, RequirementReport } from '../model.ts';
import { blocksOf } from '../reporters/advice.ts';
import { nowhere } from '../reporters/words.ts';
import { type Annotation, plain } from './commands.ts';

const LONGEST_TITLE = 200;
const LONGEST_MESSAGE = 2000;
const ORDER: Readonly<Record<Annotation['level'], number>> = { failure: 0, warning: 1, notice: 2 };

export interface AnnotationOptions {
  /** Ids that the gate asks for: what speaks against one of these fails it. */
  readonly required: readonly string[];
  /** Whether a place lies in a line that the change wrote. */
  readonly changed: (place: Evidence) => boolean;
}

/** New findings in changed lines, the gravest first. Old ones are not the business of this change. */
export function annotationsOf(
  report: Report,
  difference: Difference,
  options: AnnotationOptions,
): readonly Annotation[] {
  const { folder } = report.repository;
  return difference.milestones
    .flatMap(({ id, against }) =>
      against.flatMap(({ requirement, evidence }) => {
        const one = report.milestones
          .find((milestone) => milestone.id === id)
          ?.requirements.find((each) => each.id === requirement);
        if (one === undefined) return [];
        const required =
          options.required.includes(requirement) || options.required.includes(`${id}/${requirement}`);
        return evidence
          .filter((place) => !nowhere(place) && options.changed(place))
          .map((place) => annotation(folder, id, one, place, required));
      }),
    )
    .sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

function annotation(
  folder: string,
  milestone: string,
  one: RequirementReport,
  place: Evidence,
  required: boolean,
): Annotation {
  const open = one.verdict !== 'met' && one.verdict !== 'waived';
  const level = open && required ? 'failure' : open && one.weight === 'core' ? 'warning' : 'notice';
  const why = one.because ?? (one.lookedFor === null ? '' : `Looked for: ${one.lookedFor}.`);
  const page = requirementPage(milestone, one.id);
  const parts = [
    place.text,
    `Speaks against '${one.id}', which is ${one.verdict}.${open && why !== '' ? ` ${why}` : ''}`,
    open ? firstWords(one.fix) : '',
    page ?? '',
  ];
  return {
    level,
    path: folder === '' ? place.path : `${folder}/${place.path}`,
    line: Math.max(1, place.line),
    title: plain(one.title).slice(0, LONGEST_TITLE),
    // Each part on a line of its own: what a part holds of line ends is written out.
    message: parts
      .filter((part) => part !== '')
      .map(plain)
      .join('\n')
      .slice(0, LONGEST_MESSAGE),
  };
}

/** What to do, without its code. */
function firstWords(fix: string): string {
  const [first] = blocksOf(fix);
  return first?.kind === 'prose' ? `First step: ${first.text.replace(/:$/, '.')}` : '';
}
