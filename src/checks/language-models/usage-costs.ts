import { defineCheck, found } from '../define.ts';

export const usageCosts = defineCheck({
  name: 'usage-costs',
  summary:
    'Tokens are counted and priced (`priced`); with `any`, counted, traced by a service or limited per request counts too.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ level: z.enum(['priced', 'any']) }),
  ask: (facts, { level }) => {
    const of = (...kinds: readonly string[]) =>
      facts.answering.usage
        .filter((sign) => kinds.includes(sign.kind))
        .slice(0, 2)
        .map((sign) => facts.evidence(sign.file.path, sign.line));
    if (level === 'any')
      return found(
        of('priced', 'counted', 'traced', 'limited').slice(0, 2),
        'tokens that are counted (usage, tiktoken), traced by a service, or limited per request',
      );
    const priced = of('priced');
    const counted = of('counted');
    const own = priced.length > 0 && facts.answering.usage.some((sign) => sign.kind === 'priced');
    return found(
      own && (counted.length > 0 || priced.length > 0) ? [...counted.slice(0, 1), ...priced.slice(0, 1)] : [],
      'tokens that are counted and multiplied by a price',
    );
  },
});
