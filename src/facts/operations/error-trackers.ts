/** Services that errors are reported to and that no call starts: by a command, or by a name in the settings. */
import type { Evidence } from '../../model.ts';
import type { Facts } from '../facts.ts';
import type { Start } from './containers/containers.ts';
import { linesSaying, type Sign } from './hosting/signs.ts';

/** Programs that start another one with their agent in it. One word each: extend here. */
const AGENTS = /^(?:ddtrace-run|newrelic-admin|opentelemetry-instrument|appsignal-wrap)$/;

/** A resource that infrastructure code makes, by its type. */
const RESOURCE: Sign = {
  in: /\.(?:tf|bicep|json)$/i,
  says: /^\s*resource\s+"([\w-]+)"|\b(Microsoft\.\w+\/\w+)/,
};

/** Trackers among the resources of infrastructure code: nothing reaches them before a program starts a client. */
export function trackerResources(facts: Facts): readonly Evidence[] {
  return linesSaying(facts, [RESOURCE])
    .map(({ path, line }) => facts.evidence(path, line))
    .filter(({ text }) => {
      const made = RESOURCE.says.exec(text);
      const type = made?.[1] ?? made?.[2] ?? '';
      return facts.program.meaningsOfName(type, 'package').some(({ role }) => role === 'error.tracker');
    });
}

/** Settings lists in which a framework starts a tracker by its name. */
export const TRACKER_APPS =
  /^(?:rollbar\.contrib\.|elasticapm\.contrib\.|bugsnag\.django\.|honeybadger\.contrib\.|raven\.contrib\.|opencensus\.ext\.django)/;

/** The command runs under an agent. */
export function underAgent(
  start: Start | null,
): { readonly path: string | null; readonly line: number } | null {
  if (start === null) return null;
  if (start.words.slice(0, 6).some((word) => AGENTS.test(word))) return { path: null, line: start.line };
  const hit = start.script?.lines.find(({ words }) => words.slice(0, 8).some((word) => AGENTS.test(word)));
  return hit === undefined ? null : { path: start.script?.path ?? null, line: hit.line };
}
