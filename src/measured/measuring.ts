/** Everything that can be measured, in one order: what the job left, what GitHub knows, what addresses answer. */
import type { Measurable } from '../facts/measurable.ts';
import type { Measurement } from '../model/measured.ts';
import type { Asking } from './github/asking.ts';
import { measuredOnGitHub } from './github/known.ts';
import { type JobResults, measuredJob } from './job.ts';
import { openBrowser } from './live/browser.ts';
import { openNetwork } from './live/network.ts';
import { measuredSites } from './live/site.ts';
import type { Clock } from './measurement.ts';

export interface Wanted {
  readonly job: JobResults | null;
  /** Of whom GitHub is asked; null where nothing is. */
  readonly github: Omit<Asking, 'clock'> | null;
  /** Whether documented addresses are asked. */
  readonly live: boolean;
}

export type Measure = (measurable: Measurable) => Promise<readonly Measurement[]>;

/** null where nothing is wanted: then the files alone are judged. */
export function measuring({ job, github, live }: Wanted): Measure | null {
  const clock: Clock = () => new Date();
  if (job === null && github === null && !live) return null;
  return async (measurable) => {
    const left = job === null ? [] : await measuredJob(job, measurable, clock);
    const known = github === null ? [] : await measuredOnGitHub({ ...github, clock });
    const answers = live ? await measuredLive(measurable, known, clock) : [];
    return [...left, ...known, ...answers];
  };
}

async function measuredLive(
  measurable: Measurable,
  known: readonly Measurement[],
  clock: Clock,
): Promise<readonly Measurement[]> {
  const addresses = [...measurable.addresses, ...known.flatMap(shownAddress).filter(measurable.isApp)];
  if (addresses.length === 0) return [];
  const browser = await openBrowser(await openNetwork());
  try {
    return await measuredSites({ addresses, measurable, browser, clock });
  } finally {
    await browser.close();
  }
}

/** Addresses that stand on GitHub beside the code. */
function shownAddress({ value }: Measurement): readonly string[] {
  if ('homepage' in value) return value.homepage === null ? [] : [value.homepage];
  return 'production' in value && value.production && value.url !== null ? [value.url] : [];
}
