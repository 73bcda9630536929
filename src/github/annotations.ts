/** Notes at the lines of a change: what speaks against a requirement there, and did not before. Pure. */
import type { Difference, Evidence, Report, RequirementReport } from '../model.ts';
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
          .map((place) => annotation(folder, one, place, required));
      }),
    )
    .sort((a, b) => ORDER[a.level] - ORDER[b.level]);
}

function annotation(folder: string, one: RequirementReport, place: Evidence, required: boolean): Annotation {
  const open = one.verdict !== 'met' && one.verdict !== 'waived';
  const level = open && required ? 'failure' : open && one.weight === 'core' ? 'warning' : 'notice';
  const said = place.text === '' ? '' : `${place.text}\n`;
  const wanted = one.lookedFor === null || !open ? '' : ` Looked for: ${one.lookedFor}.`;
  const words = `Speaks against this requirement, which is ${one.verdict}.${wanted}`;
  return {
    level,
    path: folder === '' ? place.path : `${folder}/${place.path}`,
    line: Math.max(1, place.line),
    title: plain(one.title).slice(0, LONGEST_TITLE),
    message: `${plain(said)}${said === '' ? '' : '\n'}${plain(words)}`.slice(0, LONGEST_MESSAGE),
  };
}
