import { PROMISE_IDS } from '../../facts/unfinished/capabilities/asked.ts';
import { claimed } from '../../facts/unfinished/unbacked/claimed.ts';
import { defineCheck, no, yes } from '../define.ts';

/** What a rule names as its `claim`: whether it is so is for its conditions to say. */
export const readmeSays = defineCheck({
  name: 'readme-says',
  summary:
    'The README says, in its introduction, a heading or a list of features, that the project does this.',
  reads: ['documents'],
  parameters: (z) => z.strictObject({ what: z.enum(PROMISE_IDS).describe('A promise that READMEs make.') }),
  ask: (facts, { what }) => {
    const found = claimed(facts, what);
    if (found === null) return no(`a sentence of the README that says so: ${what}`);
    const said = facts.evidence(found.path, found.line);
    // Against it: nothing in the repository could be a trace of it.
    return yes([said], found.unkept ? [said] : []);
  },
});
