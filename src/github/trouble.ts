/** What could not be published, in one sentence that says what would help. Markdown of our own. */
import { docsPage } from '../addresses.ts';
import { prose } from '../reporters/markdown/escape.ts';
import type { Subject } from './event.ts';
import type { Trouble } from './retry.ts';

export type Channel = 'check' | 'comment';

const NAMES: Readonly<Record<Channel, { readonly what: string; readonly permission: string }>> = {
  check: { what: 'check run', permission: 'checks: write' },
  comment: { what: 'comment', permission: 'pull-requests: write' },
};

/** Why nothing is even tried; null where it may be. */
export function hopeless({ readOnly }: Subject): string | null {
  switch (readOnly) {
    case null:
      return null;
    case 'fork':
      return (
        'There is no check run and no comment: the pull request comes from a fork, so the token of this run may only read, whatever `permissions` says. A pair of workflows for forks: ' +
        docsPage('action', 'forks')
      );
    case 'dependabot':
      return 'There is no check run and no comment: Dependabot started this run, so its token may only read, whatever `permissions` says.';
    default:
      return readOnly satisfies never;
  }
}

export function explained(channel: Channel, trouble: Trouble): string {
  const { what, permission } = NAMES[channel];
  const start = `There is no ${what}:`;
  switch (trouble.reason) {
    case 'forbidden':
    case 'not found':
      return `${start} the token may not write one. Add \`${permission}\` to the \`permissions\` of the job.`;
    case 'limited':
      return `${start} the limit of requests to GitHub is reached. Run the job again later.`;
    case 'unavailable':
      return `${start} GitHub did not answer. Run the job again.`;
    case 'invalid':
      return `${start} GitHub refused it (${trouble.status}: ${prose(trouble.message, 200)}).`;
    default:
      return trouble.reason satisfies never;
  }
}
