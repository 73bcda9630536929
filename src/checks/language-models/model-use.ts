import type { ModelCall } from '../../facts/language-models/models/language-models.ts';
import { defineCheck, found } from '../define.ts';

const PURPOSES = ['chat', 'embedding', 'rerank', 'image', 'speech'] as const;
const MOST_SHOWN = 8;

export const modelUse = defineCheck({
  name: 'model-use',
  summary:
    'The program asks a language or embedding model: of one of the purposes, of one of the libraries, piece by piece, or from async code.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      purposes: z.array(z.enum(PURPOSES)).default([]),
      libraries: z.array(z.string().min(1).max(60)).default([]),
      streams: z.boolean().default(false).describe('The answer comes piece by piece.'),
      async: z.boolean().default(false),
    }),
  ask: (facts, { purposes, libraries, streams, async: waits }) => {
    const fits = ({ purpose, library, within, ...call }: ModelCall): boolean =>
      (purposes.length === 0 || purposes.some((one) => one === purpose)) &&
      (libraries.length === 0 || libraries.includes(library)) &&
      (!streams || call.streams) &&
      (!waits || within?.definition.async === true);
    const calls = facts.models.filter(fits);
    const what = [...purposes, ...libraries].join(', ') || 'any kind';
    return found(
      calls.slice(0, MOST_SHOWN).map(({ call }) => facts.evidence(call.file.path, call.call.line)),
      `calls of a model (${what})`,
    );
  },
});
