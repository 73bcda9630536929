/** One documented address: whether the program answers there, how it is secured, and whether it is this program. */
import type { Measurable } from '../../facts/measurable.ts';
import type { Measured, Measurement, Unmeasured } from '../../model/measured.ts';
import { type Clock, measurement } from '../measurement.ts';
import type { Browser, Reply } from './browser.ts';
import { knownOperations } from './operations.ts';

/** More addresses than these are no addresses of one program. */
const MOST_SITES = 4;
/** Free plans put a program to sleep; the first visitor waits until it is awake again. */
const ASLEEP =
  /(?:^|\.)(?:onrender\.com|streamlit\.app|hf\.space|koyeb\.app|fly\.dev|up\.railway\.app|replit\.app|glitch\.me|azurewebsites\.net|leapcell\.dev|zeabur\.app)$/;
const WAKING_SECONDS = 60;
/** A proxy says so while the program behind it starts. */
const STARTING: readonly number[] = [502, 503, 504];
const HEALTH = ['/health', '/healthz', '/api/health'];
const MOST_HEALTH = 3;

export interface Question {
  /** What the project documents, and nothing else. */
  readonly addresses: readonly string[];
  readonly measurable: Pick<Measurable, 'health' | 'routes'>;
  readonly browser: Browser;
  readonly clock: Clock;
}

type Answer = Extract<Reply, { kind: 'answer' }>;
type Found = Measured['address'];

/** Asks each address once; health, documentation and operations once for each origin that answers. */
export async function measuredSites(question: Question): Promise<readonly Measurement[]> {
  const found: Measurement[] = [];
  const origins = new Set<string>();
  for (const address of [...new Set(question.addresses)].slice(0, MOST_SITES)) {
    const { reply, waited } = await woken(address, question.browser);
    const tell = (value: Found | Unmeasured): void =>
      void found.push(measurement('address', address, question.clock, value));
    if (reply.kind === 'unknown') tell({ unmeasured: reply.reason });
    else if (reply.kind === 'down')
      tell({ ...NOTHING, down: reply.reason, certificate: reply.certificate ?? null });
    else if (reply.status === TOO_MANY) tell({ unmeasured: 'it asks to wait' });
    else {
      const { origin } = new URL(reply.url);
      const more = origins.has(origin) || !works(reply) ? {} : await beside(origin, question);
      origins.add(origin);
      tell({ ...NOTHING, ...about(reply, waited), ...more });
    }
  }
  return found;
}

const TOO_MANY = 429;
const NOTHING: Found = {
  status: null,
  down: null,
  url: null,
  waited: false,
  certificate: null,
  health: null,
  docs: null,
  operations: null,
};

/** A first visitor may have to wake it. */
async function woken(
  address: string,
  browser: Browser,
): Promise<{ readonly reply: Reply; readonly waited: boolean }> {
  const reply = await browser.ask(address);
  const starting = reply.kind === 'unknown' || (reply.kind === 'answer' && STARTING.includes(reply.status));
  if (!starting || !ASLEEP.test(new URL(address).hostname)) return { reply, waited: false };
  return { reply: await browser.ask(address, WAKING_SECONDS), waited: true };
}

function about(reply: Answer, waited: boolean): Partial<Found> {
  const { status, url, certificate } = reply;
  return { status, url, waited, certificate, down: works(reply) ? null : `it answers ${status}` };
}

/** A page for those who are signed in is there all the same. */
function works({ status }: Answer): boolean {
  return status < 400 || status === 401 || status === 403;
}

/** What a program says of itself at known places. */
async function beside(origin: string, { measurable, browser }: Question): Promise<Partial<Found>> {
  const answered = async (path: string): Promise<Answer | null> => {
    const reply = await browser.ask(`${origin}${path}`);
    // A redirect elsewhere answers for somebody else.
    return reply.kind === 'answer' && reply.status === 200 && new URL(reply.url).origin === origin
      ? reply
      : null;
  };
  let health: string | null = null;
  for (const path of [...new Set([...measurable.health, ...HEALTH])].slice(0, MOST_HEALTH)) {
    const reply = await answered(path);
    // A page application answers every address with its page.
    if (reply === null || reply.type === 'text/html') continue;
    health = path;
    break;
  }
  const described = await answered(DESCRIPTION);
  const operations = described === null ? null : knownOperations(described.text, measurable.routes);
  const docs = operations === null ? null : await answered(DOCS);
  return { health, docs: docs === null ? null : DOCS, operations };
}

const DESCRIPTION = '/openapi.json';
const DOCS = '/docs';
