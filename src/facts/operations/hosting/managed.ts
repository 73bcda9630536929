/** Where a repository says that its PostgreSQL is a managed one: infrastructure, clients, settings, notes, runbooks. */
import type { Location } from '../../../model.ts';
import { entryOfWeak } from '../../../reading/collections.ts';
import { linesOf } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import { addressesOf } from './addresses.ts';
import { isManagedPostgres, MANAGED_POSTGRES, namesProvider, placesPostgres } from './postgres.ts';
import { linesSaying } from './signs.ts';

/** Settings of a database that may be PostgreSQL. */
const DATABASE = /DATABASE|POSTGRES|(?:^|_)(?:PG|DB)(?:_|HOST|$)/;
/** Lines of a note above a setting. */
const MOST_NOTES = 6;
const MAX_LINES = 5_000;

const remembered = new WeakMap<Facts, readonly Location[]>();

/** All such places, the strongest first. Read once per audit. */
export function managedPostgres(facts: Facts): readonly Location[] {
  return entryOfWeak(remembered, facts, () => [
    ...linesSaying(facts, MANAGED_POSTGRES),
    ...facts.program
      .callsAs('database.postgres')
      .filter(({ call }) => call.form !== 'jsx')
      .map(({ file, call }) => ({ path: file.path, line: call.line })),
    ...addressesOf(facts)
      .filter(isManagedPostgres)
      .map(({ path, line }) => ({ path, line })),
    ...notes(facts),
    ...runbooks(facts),
    ...typed(facts),
  ]);
}

/** A setting of the database, and what the note above it or beside it says. */
function notes(facts: Facts): readonly Location[] {
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
        return namesProvider(said) ? [{ path, line }] : [];
      });
  });
}

/** How it is run, in a document made for that: a list of tools in a README is none. */
const RUNBOOK =
  /(?:^|\/)[\w.-]*(?:runbook|deploy|operat|production|hosting|infrastr)[\w-]*\.(?:md|rst|adoc|txt)$/i;

function runbooks(facts: Facts): readonly Location[] {
  return facts.documentation.documents
    .filter(({ path }) => RUNBOOK.test(path))
    .flatMap(({ path, paragraphs, listItems }) =>
      [...paragraphs, ...listItems]
        .filter(({ text }) => placesPostgres(text))
        .map(({ line }) => ({ path, line })),
    );
}

/** `gcloud run deploy … --set-env-vars "DATABASE_URL=postgresql://…Neon…"`: what a document has one set, wherever it stands. */
function typed(facts: Facts): readonly Location[] {
  return facts.documentation.documents.flatMap(({ path }) =>
    linesOf(facts.text(path) ?? '')
      .slice(0, MAX_LINES)
      .flatMap((line, index) =>
        [...line.slice(0, 1_000).matchAll(/\b([A-Z][A-Z0-9_]*)=["']?([^\s"'`]{1,300})/g)].some(
          ([, key = '', value = '']) =>
            DATABASE.test(key) &&
            value.includes('://') &&
            (isManagedPostgres({ name: key, value }) || namesProvider(value)),
        )
          ? [{ path, line: index + 1 }]
          : [],
      ),
  );
}
