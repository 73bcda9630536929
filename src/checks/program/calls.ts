import { defineCheck, no, yes } from '../define.ts';

const MOST_SHOWN = 8;

export const calls = defineCheck({
  name: 'calls',
  summary:
    'Python, TypeScript or JavaScript code calls one of the functions, by the name that it resolves to through imports and aliases.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      to: z
        .array(
          z
            .string()
            .regex(
              /^[\w.*@/-]{1,200}$/,
              'must be a dotted name such as pandas.read_csv; * stands for any characters',
            )
            .refine((name) => name.split('*').length <= 4, 'must have at most three *'),
        )
        .min(1)
        .max(50)
        .describe('Qualified names, such as pandas.read_csv or pandas.*.'),
      in: z
        .enum(['program', 'notebook', 'tests'])
        .default('program')
        .describe('program: the application without its notebooks.'),
      atLeast: z.int().min(1).default(1),
    }),
  ask: (facts, { to, in: where, atLeast }) => {
    const found = facts.program
      .callsTo(to, where === 'tests' ? 'test' : 'application')
      .filter(({ file }) => where === 'tests' || file.notebook === (where === 'notebook'));
    if (found.length < atLeast)
      return no(
        `${atLeast === 1 ? 'a call' : `${atLeast} calls`} of ${to.join(' or ')}: there are ${found.length}`,
      );
    return yes(found.slice(0, MOST_SHOWN).map(({ file, call }) => facts.evidence(file.path, call.line)));
  },
});
