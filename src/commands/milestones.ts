/** Lists the milestones: what `--milestone` takes. */
import { PORTFOLIO } from '../milestones/catalogue.ts';
import type { Milestone } from '../model.ts';
import { visible } from '../reporters/visible.ts';
import { counted } from '../reporters/words.ts';
import { type CommandLine, examples } from './command.ts';
import { uses } from './shared-options.ts';

export function addMilestones({ program, here }: CommandLine): void {
  const command = program
    .command('milestones')
    .description('list the milestones that --milestone takes')
    .addHelpText('after', examples(['milestone-auditor milestones']));
  uses(command, 'rules', 'color').action(async () => {
    const { rules = [] } = program.opts<{ readonly rules?: readonly string[] }>();
    process.stdout.write(listMilestones((await here.rules(rules)).milestones));
  });
}

/** One line per milestone: its id, its title, and how much it asks. */
function listMilestones(milestones: readonly Milestone[]): string {
  const ids = Math.max(...milestones.map(({ id }) => id.length));
  const titles = Math.max(...milestones.map(({ title }) => title.length));
  const lines = milestones.map(({ id, title, requirements }) => {
    const also = id === PORTFOLIO ? ', judged with every milestone' : '';
    const count = counted(requirements.length, 'requirement');
    return `${id.padEnd(ids)}  ${visible(title).padEnd(titles)}  ${count}${also}`;
  });
  return `${lines.join('\n')}\n`;
}
