import { decompositionOf } from '../../facts/language-models/agents/decomposition.ts';
import { defineCheck, no, yes } from '../define.ts';

export const taskDecomposition = defineCheck({
  name: 'task-decomposition',
  summary: 'A planner yields parts of the question, and they are worked off.',
  reads: ['code'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const { planned, worked } = decompositionOf(facts);
    const show = (list: typeof planned) =>
      list.slice(0, 2).map(({ path, line }) => facts.evidence(path, line));
    if (planned.length > 0 && worked.length > 0) return yes([...show(planned), ...show(worked)]);
    return no(
      planned.length > 0
        ? 'a loop over the parts that the planner yields'
        : 'a call of a model that breaks the question into sub-questions or steps',
      show(planned),
    );
  },
});
