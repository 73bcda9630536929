/** Whether a project is a program for the command line, and nothing else. */
import type { Facts } from '../facts.ts';

/** Commands, and neither routes nor screens: nothing of it answers at an address. */
export function isCommandLine({ commands, routes, interfaces }: Facts): boolean {
  return commands.length > 0 && routes.length === 0 && interfaces.widgets.length === 0;
}
