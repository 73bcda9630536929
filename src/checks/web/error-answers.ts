import { isOverruled } from '../../facts/web/overruled.ts';
import { readStatuses } from '../../facts/web/statuses.ts';
import { defineCheck, no, yes } from '../define.ts';

export const errorAnswers = defineCheck({
  name: 'error-answers',
  summary: 'Application code answers with a status of so many of the groups.',
  reads: ['code'],
  written: true,
  parameters: (z) =>
    z.strictObject({
      groups: z.array(z.array(z.number().int().min(400).max(599)).min(1)).min(1),
      atLeast: z.number().int().min(1),
    }),
  ask: (facts, { groups, atLeast }) => {
    const answers = readStatuses(facts.program).filter(
      (answer) => !answer.file.notebook && !isOverruled(facts.program, answer),
    );
    const hits = groups.map((group) => ({
      group,
      answer: answers.find((item) => group.includes(item.status)),
    }));
    const evidence = hits.flatMap(({ answer }) =>
      answer ? [facts.evidence(answer.file.path, answer.line)] : [],
    );
    if (evidence.length >= atLeast) return yes(evidence);
    const absent = hits.filter(({ answer }) => !answer).map(({ group }) => group.join('/'));
    const has = hits.flatMap(({ group, answer }) =>
      answer ? [{ what: group.join('/'), at: facts.evidence(answer.file.path, answer.line) }] : [],
    );
    return no(
      `explicit error answers: none of status ${absent.join(', none of ')}`,
      [],
      [{ kind: 'lacks', has, lacks: absent.map((one) => `an answer of status ${one}`) }],
    );
  },
});
