import { agentsOf } from '../../facts/language-models/agents/agents.ts';
import { rolesTold } from '../../facts/language-models/agents/told.ts';
import { defineCheck, found } from '../define.ts';

export const agents = defineCheck({
  name: 'agents',
  summary: 'Agents with roles, prompts or tools of their own work in the program.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      atLeast: z
        .number()
        .int()
        .min(1)
        .describe('1: also a model that is given tools, or a graph whose nodes share one model'),
    }),
  ask: (facts, { atLeast }) => {
    const { list, nodes, tools } = agentsOf(facts);
    const lookedFor =
      'agents with a role, a prompt or tools of their own (of a library, or functions that give the model a role)';
    const shown = list.map(({ path, line }) => facts.evidence(path, line));
    const count = list.reduce((sum, { copies }) => sum + copies, 0);
    if (count >= atLeast) return found(shown.slice(0, 4), lookedFor);
    const told = rolesTold(facts).map(({ path, line }) => facts.evidence(path, line));
    if (atLeast > 1 && told.length >= atLeast) return found(told.slice(0, 4), lookedFor);
    if (atLeast > 1)
      return {
        answer: 'no',
        lookedFor: `at least ${atLeast} ${lookedFor}`,
        ...(shown.length > 0 ? { counter: shown } : {}),
      };
    const thinking = nodes.filter((node) => node.thinks).map(({ path, line }) => facts.evidence(path, line));
    const given = tools.map(({ path, line }) => facts.evidence(path, line));
    return found([...given, ...(thinking.length >= 2 ? thinking : [])].slice(0, 3), lookedFor);
  },
});
