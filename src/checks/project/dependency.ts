import { defineCheck, found } from '../define.ts';

export const dependency = defineCheck({
  name: 'dependency',
  summary:
    'A manifest asks for one of the packages. That it is used, this does not say: put a check of the code beside it.',
  reads: ['configuration'],
  written: true,
  parameters: (z) =>
    z.strictObject({
      names: z.array(z.string().trim().toLowerCase().min(1).max(200)).min(1).max(100),
    }),
  ask: (facts, { names }) =>
    found(
      facts.dependencies.list
        .filter(({ name, direct }) => direct && names.includes(name))
        .map(({ path, line }) => facts.evidence(path, line)),
      `${names.join(' or ')} in a manifest (requirements, pyproject.toml, package.json …)`,
    ),
});
