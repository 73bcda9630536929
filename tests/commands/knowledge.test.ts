/** `knowledge`, and knowledge that a project brings, through the built command line. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, emptyFolder, repository } from '../cli/run.ts';

describe('knowledge', () => {
  it('lists every role with its sentence', () => {
    const { code, stdout } = cli(['knowledge']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^llm\.chat +Asks a language model and gets text\.$/m);
  });

  it('shows what has a role', () => {
    const { stdout } = cli(['knowledge', 'llm.chat']);
    expect(stdout).toMatch(/^llm\.chat: Asks a language model/);
    expect(stdout).toMatch(/^ {2}\*\*\.chat\.completions\.create {2}\(library: openai\)$/m);
  });

  it('shows what is known of a library, role by role', () => {
    const { stdout } = cli(['knowledge', 'loguru']);
    expect(stdout).toMatch(/^log\.setup: .+\n {2}loguru\.logger\.add$/m);
    expect(stdout).not.toContain('winston');
  });

  it('says what there is where nothing is known of a name', () => {
    const { code, stderr } = cli(['knowledge', 'lo']);
    expect(code).toBe(2);
    expect(stderr).toContain("cannot be 'lo'");
  });
});

const KNOWLEDGE = '- call: answer_with_model\n  role: llm.chat\n';

describe('knowledge validate', () => {
  it.each([
    [KNOWLEDGE, 0, 'own.yml: 1 rows\n', ''],
    ['- call: ask\n  role: llm.chta\n', 2, '', "own.yml:2:9: 'role' must be one of "],
    ['- package: ask\n  role: error.tracker\n', 2, '', 'own.yml:1:3: knowledge of your own is about code'],
  ])('%j', (text, code, stdout, stderr) => {
    const cwd = emptyFolder();
    writeFileSync(join(cwd, 'own.yml'), text);
    const run = cli(['knowledge', 'validate', 'own.yml'], { cwd });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code, stdout });
    expect(run.stderr.startsWith(stderr)).toBe(true);
  });
});

describe('a project that says what its own calls mean', () => {
  const FILES = {
    'milestone-knowledge.yml': '- call: start_reports\n  role: error.tracker\n',
    'app.py': 'import vendor\n\ndef start_reports():\n    vendor.start()\n\nstart_reports()\n',
  };
  const audit = (config: string) => {
    const folder = repository({ ...FILES, '.milestone.yml': config });
    const { stdout } = cli([folder, '--milestone', 'production-deployment', '--format', 'json']);
    const { milestones, notes } = JSON.parse(stdout);
    const found = milestones[0].requirements.find((one: { id: string }) => one.id === 'error-tracking');
    return { verdict: found.verdict, lines: found.evidence.map((one: { line: number }) => one.line), notes };
  };

  it('is judged by that, with the line of code behind it, and the report says so', () => {
    expect(audit('ignore: []\n')).toMatchObject({ verdict: 'missing', notes: [] });
    const { verdict, lines, notes } = audit('knowledge: milestone-knowledge.yml\n');
    expect({ verdict, lines }).toEqual({ verdict: 'met', lines: [6] });
    expect(notes).toContainEqual({
      path: '.milestone.yml',
      line: null,
      text: 'the project says itself what calls of it mean: milestone-knowledge.yml',
    });
  });

  it('is explained and verified by it too', () => {
    const folder = repository({ ...FILES, '.milestone.yml': 'knowledge: milestone-knowledge.yml\n' });
    const explained = cli(['explain', 'error-tracking', folder, '--milestone', 'production-deployment']);
    expect(explained.stdout).toContain('app.py:6');
    const report = join(emptyFolder(), 'report.json');
    cli([folder, '--milestone', 'production-deployment', '--format', 'json', '--output', report]);
    expect(cli(['verify', report, folder])).toMatchObject({ code: 0 });
  });

  it('is told where the file is not there', () => {
    const folder = repository({ ...FILES, '.milestone.yml': 'knowledge: [nowhere.yml]\n' });
    const { code, stderr } = cli([folder]);
    expect(code).toBe(2);
    expect(stderr).toContain('knowledge: nowhere.yml cannot be read: there is no such file');
  });
});
