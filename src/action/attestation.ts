/**
 * GitHub's attestation of the JSON report: signed with the identity of this run, it says which workflow made exactly these
 * bytes, and of which commit. Loaded where it is asked for.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { code, prose } from '../reporters/markdown/escape.ts';
import type { Inputs } from './inputs.ts';
import type { Runner } from './runner.ts';

export interface Attested {
  /** Of the attestation; null where there is none. */
  readonly address: string | null;
  /** For whoever reads the report. Markdown of our own. */
  readonly sentence: string;
}

/** Never throws: a report that could not be attested is told as one. null where none is asked for. */
export async function attestationOf(path: string, inputs: Inputs, runner: Runner): Promise<Attested | null> {
  if (!inputs.attest) return null;
  if (inputs.report !== null)
    return none('another workflow made the report, so this one cannot vouch for it.');
  if (inputs.token === null) return none('that takes a token.');
  if (!runner.hasIdentity)
    return none(
      'the job has no identity to sign with. Add `id-token: write` and `attestations: write` to its `permissions`; a pull request from a fork gets neither.',
    );
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  try {
    const { attestProvenance } = await import('@actions/attest');
    const subjects = [{ name: basename(path), digest: { sha256 } }];
    const { attestationID } = await attestProvenance({ subjects, token: inputs.token });
    const address = /^\d+$/.test(attestationID ?? '')
      ? `${runner.server}/${runner.repository}/attestations/${attestationID}`
      : null;
    const check = code(`gh attestation verify ${basename(path)} --repo ${runner.repository}`);
    const link = address === null ? 'attested' : `[attested](${address})`;
    return { address, sentence: `The JSON report is ${link}: ${check} says which workflow made it.` };
  } catch (error) {
    return none(`${prose(error instanceof Error ? error.message : String(error), MOST_WORDS)}.`);
  }
}

const MOST_WORDS = 300;

function none(why: string): Attested {
  return { address: null, sentence: `The report is not attested: ${why}` };
}
