/** `rules new`: a rule file and its tests that pass, to change from there. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docsPage } from '../../addresses.ts';
import { badOption, UserError } from '../../errors.ts';
import { visible } from '../../reporters/visible.ts';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * Writes `ID.yml` and `ID.test.yml`, and beside them `schema`, from which editors complete. Throws a UserError where the
 * id is none or one of the files is there already.
 */
export function newRules(id: string, folder: string, schema: URL): void {
  if (!ID.test(id)) throw badOption('the id', id, 'lower-case words joined by hyphens, such as rust-cli');
  const files = [
    { path: join(folder, `${id}.yml`), text: ruleTemplate(id) },
    { path: join(folder, `${id}.test.yml`), text: testTemplate() },
  ];
  const there = files.find(({ path }) => existsSync(path));
  if (there) throw alreadyThere(there.path);
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of files) {
    writeFileSync(path, text, { flag: 'wx' });
    process.stdout.write(`wrote ${visible(path)}\n`);
  }
  const beside = join(folder, 'schema.json');
  if (!existsSync(beside)) {
    copyFileSync(schema, beside);
    process.stdout.write(`wrote ${visible(beside)}\n`);
  }
  process.stdout.write(
    `\nNext: milestone-auditor rules test ${visible(folder)}\n` +
      `Then: milestone-auditor --rules ${visible(files[0]?.path ?? folder)} path/to/project\n`,
  );
}

/** A file of a built-in milestone's name would take its place, with one requirement. */
export function replaces(id: string): UserError {
  return new UserError({
    code: 'bad-option',
    message: `'${id}' is a built-in milestone, and a file of that name would replace all of it`,
    hint: `Choose another id; a file that begins with 'extends: ${id}' changes only what it names: ${docsPage('writing-rules')}`,
    exitCode: 2,
  });
}

function alreadyThere(path: string): UserError {
  return new UserError({
    code: 'bad-option',
    message: `${visible(path)} is there already, and nothing is overwritten`,
    hint: 'Choose another id or folder, or move the file away first.',
    exitCode: 2,
  });
}

function titleOf(id: string): string {
  return id
    .split('-')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
}

function ruleTemplate(id: string): string {
  return `# yaml-language-server: $schema=./schema.json
# Everything that a condition can ask: milestone-auditor explain --checks
id: ${id}
title: ${titleOf(id)}
phase: 1
summary: What the project is, in one sentence.
requirements:
  - id: git-managed
    title: Managed with Git
    weight: core # core 3 points, high 2, optional 1
    effort: small # of the first step: small, medium, large
    met:
      all:
        - commits: { atLeast: 5 }
        - ignore-file: {}
    partial:
      commits: { atLeast: 1 }
    says:
      met: There is a history of five commits.
      partial: There are commits
    why: One or two sentences, for the learner.
    fix: |
      The first concrete step, with a snippet:

          git init && git add . && git commit -m "Start"
    learn:
      - { title: 'Git: ignoring files', url: 'https://git-scm.com/docs/gitignore' }
`;
}

function testTemplate(): string {
  return `# Tiny repositories with the verdict that each requirement must give them.
git-managed:
  - name: six commits and a .gitignore
    verdict: met
    commits: 6
    files:
      .gitignore: |
        target/
      main.rs: |
        fn main() {}
  - name: one commit
    verdict: partial
    commits: 1
    files:
      main.rs: |
        fn main() {}
  - name: no history at all
    verdict: missing
    commits: 0
    files:
      main.rs: |
        fn main() {}
  - name: a README that tells of Git
    verdict: missing
    fools: true
    commits: 0
    files:
      README.md: |
        Managed with Git, more than five commits.
`;
}
