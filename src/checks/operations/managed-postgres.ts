import type { Facts } from '../../facts/facts.ts';
import { addressesOf } from '../../facts/operations/hosting/addresses.ts';
import {
  isManagedPostgres,
  MANAGED_POSTGRES,
  namesProvider,
  placesPostgres,
} from '../../facts/operations/hosting/postgres.ts';
import { linesSaying } from '../../facts/operations/hosting/signs.ts';
import type { Evidence } from '../../model.ts';
import { linesOf } from '../../reading/text-file.ts';
import { defineCheck, found } from '../define.ts';

/** Settings of a database that may be PostgreSQL. */
const DATABASE = /DATABASE|POSTGRES|(?:^|_)(?:PG|DB)(?:_|HOST|$)/;
/** Lines of a note above a setting. */
const MOST_NOTES = 6;

/** Environment that the program, or the deployment, names: a setting of a managed service. */
function settings(facts: Facts): readonly Evidence[] {
  return addressesOf(facts)
    .filter(isManagedPostgres)
    .map(({ path, line }) => facts.evidence(path, line));
}

/** A setting of the database, and what the note above it or beside it says. */
function notes(facts: Facts): readonly Evidence[] {
  return facts.environment.files.flatMap(({ path, entries }) => {
    const lines = linesOf(facts.text(path) ?? '');
    return entries
      .filter(({ key }) => DATABASE.test(key))
      .flatMap(({ line }) => {
        let from = line - 1;
        while (from > 0 && line - from < MOST_NOTES && /^\s*#/.test(lines[from - 1] ?? '')) from--;
        const said = [...lines.slice(from, line - 1), (lines[line - 1] ?? '').replace(/^[^#]*/, '')].join(
          ' ',
        );
        return namesProvider(said) ? [facts.evidence(path, line)] : [];
      });
  });
}

/** How it is run, in a document made for that: a list of tools in a README is none. */
const RUNBOOK =
  /(?:^|\/)[\w.-]*(?:runbook|deploy|operat|production|hosting|infrastr)[\w-]*\.(?:md|rst|adoc|txt)$/i;

function runbooks(facts: Facts): readonly Evidence[] {
  return facts.documentation.documents
    .filter(({ path }) => RUNBOOK.test(path))
    .flatMap(({ path, paragraphs, listItems }) =>
      [...paragraphs, ...listItems]
        .filter(({ text }) => placesPostgres(text))
        .map(({ line }) => facts.evidence(path, line)),
    );
}

export const managedPostgres = defineCheck({
  name: 'managed-postgres',
  summary:
    'A managed PostgreSQL service is configured: by infrastructure code, a platform’s file, its address or its own client.',
  reads: ['configuration', 'documents'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const clients = facts.program.callsAs('database.postgres').filter(({ call }) => call.form !== 'jsx');
    const evidence = [
      ...linesSaying(facts, MANAGED_POSTGRES).map(({ path, line }) => facts.evidence(path, line)),
      ...clients.map(({ file, call }) => facts.evidence(file.path, call.line)),
      ...settings(facts),
      ...notes(facts),
      ...runbooks(facts),
    ];
    return found(
      evidence.slice(0, 4),
      'a managed PostgreSQL (RDS, Cloud SQL, Azure, Supabase, Neon, Render, Railway, Fly …): a container or a plain URL is none',
    );
  },
});
