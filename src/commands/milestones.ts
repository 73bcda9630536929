/** Lists the milestones: what `--milestone` takes. */
import { CATALOGUE, PORTFOLIO } from '../milestones/catalogue.ts';
import type { Milestone } from '../model.ts';
import type { CommandLine } from './command.ts';

export function addMilestones({ program, here }: CommandLine): void {
  program
    .command('milestones')
    .description('list the milestones that --milestone takes')
    .action(async () => {
      const { rules = [] } = program.opts<{ rules?: readonly string[] }>();
      process.stdout.write(listMilestones((await here.rules(rules)).milestones));
    });
}

/** One line per milestone: its id, its title, and whether it can be audited already. */
function listMilestones(milestones: readonly Milestone[]): string {
  const known = new Map(milestones.map((one) => [one.id, one]));
  const own = milestones.filter(({ id }) => id !== PORTFOLIO && !CATALOGUE.some((one) => one.id === id));
  const rows = [
    ...CATALOGUE,
    ...own,
    { id: PORTFOLIO, title: 'Portfolio rules, judged with every milestone' },
  ];
  const ids = Math.max(...rows.map((row) => row.id.length));
  const titles = Math.max(...rows.map((row) => row.title.length));
  const lines = rows.map(({ id, title }) => {
    const count = known.get(id)?.requirements.length;
    const state = count === undefined ? 'no rules yet' : `${count} requirements`;
    return `${id.padEnd(ids)}  ${title.padEnd(titles)}  ${state}`;
  });
  return `${lines.join('\n')}\n`;
}
