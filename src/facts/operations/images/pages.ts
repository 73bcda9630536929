/** Pages that a backend serves itself: templates, static files, a Python screen mounted into it. */

import type { Evidence } from '../../../model.ts';
import { importedFrom } from '../../../program/life/imports.ts';
import { valuesThroughCalls } from '../../../program/link/values.ts';
import type { Facts } from '../../facts.ts';
import type { Image } from './images.ts';

/** Screens that are programs. */
const SCREEN = /\.(?:jsx|tsx|vue|svelte)$/i;
const NO_PAGE = /(?:^|\/)(?:docs?|tests?|coverage|htmlcov|e?mails?|reports?|node_modules)\//i;

/** Where the image's backend renders or hands out pages. */
export function pagesOf(facts: Facts, image: Image): readonly Evidence[] {
  const { program } = facts;
  const entries = image.processes.flatMap(({ entry }) => entry ?? []);
  const own = entries.length > 0 ? importedFrom(program, entries) : new Set(program.filesOf());
  const pages = facts.files.filter(
    (file) => (file.kind === 'page' || SCREEN.test(file.path)) && !NO_PAGE.test(file.path) && file.size > 0,
  );
  const named = program
    .callsAs('page.file')
    .filter(({ file, call }) =>
      call.arguments.some(({ value }) =>
        valuesThroughCalls(value, file).some(
          (part) => part.kind === 'literal' && /\.html?$/.test(String(part.value)),
        ),
      ),
    );
  const calls = [
    ...program.callsAs('page.template'),
    ...(pages.length > 0 ? program.callsAs('page.folder') : []),
    ...named,
  ];
  return calls
    .filter(({ file, call }) => own.has(file) && call.form !== 'jsx')
    .map(({ file, call }) => facts.evidence(file.path, call.line));
}
