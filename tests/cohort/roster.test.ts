/** Rosters as platforms export them, and as people write them. */
import { describe, expect, it } from 'vitest';
import { parseRoster } from '../../src/cohort/roster.ts';

const people = async (text: string) =>
  (await parseRoster(text, 'roster.csv')).map(({ learner, repository, milestone }) => ({
    ...learner,
    repository,
    milestone,
  }));

describe('a roster', () => {
  it("is GitHub Classroom's: the identifier tells learners apart, whether or not they have an account", async () => {
    expect(
      await people(
        '"identifier","github_username","github_id","name"\n"ada@uni.edu","ada-l","42","Ada Lovelace"\n"grace@uni.edu","","",""\n',
      ),
    ).toEqual([
      {
        id: 'ada@uni.edu',
        name: 'Ada Lovelace',
        github: 'ada-l',
        section: null,
        repository: null,
        milestone: null,
      },
      {
        id: 'grace@uni.edu',
        name: 'grace@uni.edu',
        github: null,
        section: null,
        repository: null,
        milestone: null,
      },
    ]);
  });

  it("is GitHub Classroom's export of grades, which knows the repositories", async () => {
    const text =
      'assignment_name,assignment_url,starter_code_url,github_username,roster_identifier,student_repository_name,student_repository_url,submission_timestamp,points_awarded,points_available\n' +
      'Blog,https://classroom.github.com/x,,ada-l,ada@uni.edu,blog-ada-l,https://github.com/class/blog-ada-l,2027-03-01,3,10\n';
    expect(await people(text)).toEqual([
      {
        id: 'ada@uni.edu',
        name: 'ada@uni.edu',
        github: 'ada-l',
        section: null,
        repository: 'https://github.com/class/blog-ada-l',
        milestone: null,
      },
    ]);
  });

  it("is Classroom 50's, with names in two columns and a section", async () => {
    const text =
      '\ufeffusername,first_name,last_name,email,section,github_id,role\nada-l,Ada,Lovelace,ada@uni.edu,A,42,student\nbob,,,,,,\n';
    expect(await people(text)).toEqual([
      { id: 'ada-l', name: 'Ada Lovelace', github: 'ada-l', section: 'A', repository: null, milestone: null },
      { id: 'bob', name: 'bob', github: 'bob', section: null, repository: null, milestone: null },
    ]);
  });

  it('is written by hand, with semicolons, empty lines and a milestone for each', async () => {
    const text = 'Name;Repository;Milestone\r\nAda;ada/blog;blog-api\r\n\r\n;;\r\nAda;ada/rag;rag-system\r\n';
    expect(await people(text)).toEqual([
      { id: 'Ada', name: 'Ada', github: null, section: null, repository: 'ada/blog', milestone: 'blog-api' },
      { id: 'Ada', name: 'Ada', github: null, section: null, repository: 'ada/rag', milestone: 'rag-system' },
    ]);
  });

  it('names a line twice without harm', async () => {
    expect(await people('name,repository\nAda,ada/blog\nAda,ada/blog\n')).toHaveLength(1);
  });

  it.each([
    ['name,repository\nAda,ada/blog\nada,ada/other\n', /^roster\.csv:3: 'ada' stands in line 2 too/],
    ['a,b\n1,2\n', /^roster\.csv:1: no column says who/],
    ['', /^roster\.csv: it is empty/],
    ['name\n', /^roster\.csv: it names nobody/],
    ['name\n"Ada\n', /^roster\.csv: it is no table/],
  ])('with a mistake is refused with its place: %j', async (text, message) => {
    await expect(parseRoster(text, 'roster.csv')).rejects.toThrow(message);
  });

  it('of a million lines is refused, and not read to its end', async () => {
    await expect(
      parseRoster(
        `name\n${'x\n'.repeat(3)}${Array.from({ length: 20_001 }, (_, n) => `p${n}\n`).join('')}`,
        'r.csv',
      ),
    ).rejects.toThrow(/more than 20000 learners/);
  });
});
