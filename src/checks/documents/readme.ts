import { isUnchanged } from '../../facts/documents/placeholders.ts';
import { defineCheck, no, yes } from '../define.ts';

/** Words that a tool's own text has at most: more were written by somebody. */
const MOST_OF_TEMPLATE = 150;
const PARTS = ['what', 'setup', 'usage'] as const;
const WORDS = { what: 'a description', setup: 'set-up', usage: 'usage' } as const;

export const readme = defineCheck({
  name: 'readme',
  summary:
    'The README says so many of: what it is, how to set it up, how to use it; in so many words of its own.',
  reads: ['documents'],
  parameters: (z) =>
    z.strictObject({
      says: z.array(z.enum(PARTS)).min(1),
      atLeast: z.number().int().min(1),
      words: z.number().int().min(1).describe('own prose; code blocks and file trees not counted'),
    }),
  ask: (facts, { says, atLeast, words }) => {
    const document = facts.documentation.readme;
    if (!document) return no('a README', [], [{ kind: 'none', what: 'there is no README' }]);
    const here = (line: number) => facts.evidence(document.path, line);
    const template = facts.documentation.placeholders.find(
      ({ kind, path }) => kind === 'template' && path === document.path,
    );
    const short = !facts.documentation.says.what && document.words < MOST_OF_TEMPLATE;
    if (template && (short || isUnchanged(document, facts.text(document.path) ?? '')))
      return no(`words of its own in ${document.path}: it is the template that a tool wrote`, [
        here(template.line),
      ]);
    const said = says.flatMap((part) => facts.documentation.says[part] ?? []);
    const has = says.flatMap((part) => {
      const place = facts.documentation.says[part];
      return place ? [{ what: WORDS[part], at: here(place.line) }] : [];
    });
    const lacks = says.filter((part) => !facts.documentation.says[part]).map((part) => WORDS[part]);
    if (said.length < atLeast)
      return no(
        `${says.join(', ')} in ${document.path}: only ${said.length} found`,
        said.map((item) => here(item.line)),
        [{ kind: 'lacks', has, lacks }],
      );
    if (document.words < words)
      return no(
        `at least ${words} words of its own in ${document.path}: about ${document.words}`,
        said.map((item) => here(item.line)),
        [{ kind: 'few', found: document.words, wanted: words, what: 'words of its own that are wanted' }],
      );
    return yes(said.map((item) => here(item.line)));
  },
});
