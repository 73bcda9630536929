/** What the runner of Classroom 50 says of a submission, in the environment of its autograder. */
import type { Submission } from '../reporters/reporter.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** null where no such runner started the program. */
export function submissionIn(env: Environment): Submission | null {
  const { CLASSROOM, ASSIGNMENT, USERNAME, SUBMISSION_TAG, COMMIT_URL, RELEASE_URL } = env;
  const datetime = timeOf(SUBMISSION_TAG);
  const owner = env.OWNER || USERNAME;
  if (
    !CLASSROOM ||
    !ASSIGNMENT ||
    !owner ||
    !SUBMISSION_TAG ||
    !COMMIT_URL ||
    !RELEASE_URL ||
    datetime === null
  ) {
    return null;
  }
  return {
    classroom: CLASSROOM,
    assignment: ASSIGNMENT,
    assignment_type: env.ASSIGNMENT_TYPE === 'group' ? 'group' : 'individual',
    owner,
    submission: SUBMISSION_TAG,
    commit: COMMIT_URL,
    release: RELEASE_URL,
    review: env.REVIEW_URL || COMMIT_URL,
    datetime,
  };
}

/** A tag holds its time, so that no clock is needed: `submit/2026-06-01T14-32-05Z-a1b2c3d`. */
function timeOf(tag: string | undefined): string | null {
  const match = /^submit\/(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z/.exec(tag ?? '');
  return match === null ? null : `${match[1]}T${match[2]}:${match[3]}:${match[4]}Z`;
}
