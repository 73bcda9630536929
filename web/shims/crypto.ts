/** The one thing that the engine asks of Node's `crypto`: a digest, for the name of rules that a project brings. */
import { sha256 } from '../../src/reporters/html/digest.ts';

export function createHash(): { update(text: string): { digest(): string } } {
  return {
    update: (text) => ({
      digest: () =>
        [...atob(sha256(text))].map((one) => one.charCodeAt(0).toString(16).padStart(2, '0')).join(''),
    }),
  };
}
