import { teamworkOf } from '../../facts/language-models/agents/teamwork.ts';
import { defineCheck, found } from '../define.ts';

export const agentTeamwork = defineCheck({
  name: 'agent-teamwork',
  summary: 'Several agents work together.',
  reads: ['code'],
  parameters: (z) =>
    z.strictObject({
      control: z
        .enum(['flow', 'any'])
        .describe('flow: a graph, a team, handoffs or a loop with decisions. any: also one after the other'),
    }),
  ask: (facts, { control }) => {
    const places = teamworkOf(facts).filter(({ kind }) => control === 'any' || kind === 'flow');
    return found(
      places.slice(0, 3).map(({ path, line }) => facts.evidence(path, line)),
      control === 'flow'
        ? 'control flow between agents: a graph, a crew, a group chat, handoffs, or a loop that decides'
        : 'several agents that are called one after the other',
    );
  },
});
