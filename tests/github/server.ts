/** The loopback GitHub for as long as a test runs. */
import { onTestFinished } from 'vitest';
import { type GitHub, type Setting, startLoopback } from './loopback.ts';

export { type Fault, type GitHub, type Setting, TOKEN } from './loopback.ts';

export async function startGitHub(setting: Setting = {}): Promise<GitHub> {
  const github = await startLoopback(setting);
  onTestFinished(github.close);
  return github;
}
