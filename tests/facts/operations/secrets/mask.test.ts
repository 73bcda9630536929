import { expect, it } from 'vitest';
import { audit } from '../../../../src/audit.ts';
import { readFacts } from '../../../../src/facts/read.ts';
import type { Condition } from '../../../../src/model.ts';
import { repositoryOf } from '../../../../src/repository/memory.ts';
import { reading } from '../../../support/program.ts';
import { key, OPENAI, RANDOM } from './made.ts';

async function lineOf(text: string): Promise<string> {
  const facts = await readFacts(repositoryOf({ files: { 'a.py': text } }), reading);
  return facts.evidence('a.py', 1).text;
}

it.each([
  ['a token', `openai.api_key = "${OPENAI}"`, 'openai.api_key = "sk-p…"'],
  ['a made key', `SECRET_KEY = "${RANDOM}"`, `SECRET_KEY = "${RANDOM.slice(0, 4)}…"`],
  ['a word, and not the name beside it', 'secret = "secret"', 'secret = "s…"'],
  ['a password in an address', 'U = "mysql://a:Qz81mmWk2@db.b.io/a"', 'U = "mysql://a:Qz…@db.b.io/a"'],
  [
    'one at the end of a long line',
    `${'x = 1; '.repeat(26)}k = "${OPENAI}"`,
    `${'x = 1; '.repeat(26)}k = "sk-p…"`,
  ],
])('%s is never shown whole', async (_, line, shown) => {
  expect(await lineOf(`${line}\n`)).toBe(shown);
});

it('no part of a report holds it, whatever a check wrote', async () => {
  const token = key('hf_', 34).replace(/\d/g, 'q');
  const files = {
    'README.md': `# Demo\n\n![video](https://example.com/${token}.gif)\n\nSet the key ${token} and go.\n`,
    'app.py': `import logging\nlogging.basicConfig()\nlogging.warning("${OPENAI}")\nlogging.error("x", extra={"password": "tiger77"})\n`,
  };
  const rule = (met: Condition) => ({
    id: 'one',
    title: 'One',
    weight: 'core' as const,
    main: false,
    effort: 'small' as const,
    met,
    partial: null,
    says: null,
    claim: null,
    after: [],
    stack: null,
    drawn: null,
    uncertain: [],
    spoken: [],
    why: '',
    fix: '',
    learn: [],
  });
  const checks: readonly Condition[] = [
    { check: 'demo', parameters: { media: ['video', 'gif'] } },
    { check: 'logger', parameters: { configured: false, called: true, diagnosticPrints: true } },
  ];
  const report = await audit(repositoryOf({ files }), {
    milestones: checks.map((met, index) => ({
      id: index === 0 ? 'portfolio' : 'cli-task-manager',
      title: '',
      phase: 1,
      summary: '',
      requirements: [rule(met)],
    })),
    milestoneId: 'cli-task-manager',
    reading,
    tool: { name: 'milestone-auditor', version: '0', program: '0123456789ab', rules: 'test' },
  });
  const text = JSON.stringify(report);
  expect(text).toContain('sk-p…');
  expect(text).not.toContain(OPENAI);
  expect(text).not.toContain(token);
  expect(report.milestones[0]?.score.cap).toContain('Hugging Face token in README.md:3 and 2 more');
});
