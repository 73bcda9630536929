import { defineCheck, found } from '../define.ts';

const USES = ['open', 'add', 'query', 'filter', 'hosted', 'persist'] as const;
const MOST_SHOWN = 8;

export const vectorUse = defineCheck({
  name: 'vector-use',
  summary: 'The program uses a store of vectors in one of the ways.',
  reads: ['code'],
  parameters: (z) => z.strictObject({ does: z.array(z.enum(USES)).min(1) }),
  ask: ({ vectors: { stores, calls }, evidence }, { does }) => {
    const refs = does.flatMap((use) => {
      switch (use) {
        case 'open':
          return stores.filter(({ kind }) => kind !== 'memory').map(({ call }) => call);
        case 'persist':
          return stores.filter(({ persists }) => persists).map(({ call }) => call);
        case 'hosted':
          return stores.filter(({ hosting }) => hosting === 'cloud').map(({ call }) => call);
        case 'add':
          return calls.filter((one) => one.does === 'add').map(({ call }) => call);
        case 'query':
          return calls
            .filter((one) => one.does === 'query' || one.does === 'retriever')
            .map(({ call }) => call);
        case 'filter':
          return calls.filter(({ filters }) => filters.length > 0).map(({ call }) => call);
        default:
          return use satisfies never;
      }
    });
    return found(
      refs.slice(0, MOST_SHOWN).map(({ file, call }) => evidence(file.path, call.line)),
      `a store of vectors: ${does.join(' or ')}`,
    );
  },
});
