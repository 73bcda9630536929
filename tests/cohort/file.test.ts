/** COHORT.yml, and what it says of mistakes. */
import { describe, expect, it } from 'vitest';
import { loadCohort } from '../../src/cohort/file.ts';

describe('a cohort file', () => {
  it('names assignments, a roster and a day', async () => {
    const text =
      'title: Spring\nroster: roster.csv\nsince: 2027-03-01\nassignments:\n  - milestone: blog-api\n    repositories: class/blog-*\n    starter: class/blog-starter\n  - milestone: [rag-system, ml-api]\n';
    expect(await loadCohort(text, 'COHORT.yml')).toEqual({
      title: 'Spring',
      roster: 'roster.csv',
      since: '2027-03-01',
      assignments: [
        { milestones: ['blog-api'], repositories: 'class/blog-*', starter: 'class/blog-starter' },
        { milestones: ['rag-system', 'ml-api'], repositories: null, starter: null },
      ],
    });
  });

  it.each([
    ['assignments:\n  - milestone: blgo-api\n', 'COHORT.yml:2:16: '],
    [
      'assignments:\n  - repositories: class/blog\n',
      "COHORT.yml:2:19: 'repositories' needs one '*', for the learner",
    ],
    [
      'assignments:\n  - milestones: blog-api\n',
      "COHORT.yml:2:5: unknown key 'milestones'; did you mean 'milestone'?",
    ],
    ['since: soon\nassignments:\n  - milestone: blog-api\n', 'COHORT.yml:1:8: '],
    ['title: x\n', 'COHORT.yml:1:1: '],
  ])('with a mistake is refused with its place: %j', async (text, place) => {
    await expect(loadCohort(text, 'COHORT.yml')).rejects.toThrow(place);
  });
});
