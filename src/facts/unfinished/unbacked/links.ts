/** Badges and links of the README that lead to nothing. */

import { baseName } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import { saidIn } from './said.ts';
import type { Unbacked } from './unbacked.ts';

/** The badge of a workflow by its file: …/actions/workflows/ci.yml/badge.svg. */
const WORKFLOW = /github\.com\/[^/\s]{1,80}\/[^/\s]{1,120}\/(?:actions\/)?workflows\/([\w.-]{1,80}\.ya?ml)/i;
const LICENCE_FILE = /^(?:un)?licen[cs]es?(?:[.-]|$)|^copying/i;
/** It speaks of this project, and names a licence or points to one. */
const LICENSED =
  /\b(?:project|repository|repo|code|software|package|app(?:lication)?|it) is (?:open[- ]source(?:d)? )?(?:and )?(?:licen[cs]ed|released|distributed|available)? ?(?:under|with)\b.{0,40}\b(?:licen[cs]e|mit|apache|gpl|bsd)\b|^(?:licen[cs]ed under|distributed under|released under)\b.{0,40}\b(?:licen[cs]e|mit|apache|gpl|bsd)\b|\bsee (?:the )?\W{0,3}licen[cs]e\b/i;
const LICENCE_BADGE = /img\.shields\.io\/badge\/licen[cs]e-/i;
const MANIFEST = /(?:^|\/)(?:package\.json|pyproject\.toml|setup\.(?:py|cfg))$/;
const DEMO =
  /^\W*(?:live|live (?:demo|app|site|version|url)|demo|try it(?: (?:live|out|now))?|deployed (?:app|version|url))\W*$/i;
const NOWHERE = /^(?:#|\(?(?:link|url|your[-_ ].*|todo|tbd)\)?|https?:\/\/(?:your[-_]|example\.|.*<).*)?$/i;

/** A badge that shows how a pipeline went which is not there. */
export function absentPipelines(facts: Facts): readonly Unbacked[] {
  const { readme } = facts.documentation;
  const there = new Set(facts.files.map(({ path }) => baseName(path).toLowerCase()));
  for (const { url, line } of readme?.images ?? []) {
    const file = WORKFLOW.exec(url)?.[1];
    if (file === undefined || there.has(file.toLowerCase())) continue;
    return [{ claim: 'a badge of continuous integration', line, lookedFor: `.github/workflows/${file}` }];
  }
  return [];
}

/** "Licensed under MIT, see LICENSE" without the file, and without a word in a manifest. */
export function absentLicence(facts: Facts): readonly Unbacked[] {
  if (facts.files.some(({ path }) => LICENCE_FILE.test(baseName(path)))) return [];
  const declared = facts.files.some(
    ({ path }) => MANIFEST.test(path) && /["']?licen[cs]e["']?\s*[:=]/i.test(facts.text(path) ?? ''),
  );
  if (declared) return [];
  const told = saidIn(facts).find(({ text }) => LICENSED.test(text) || LICENCE_BADGE.test(text));
  if (!told) return [];
  return [{ claim: 'a licence', line: told.line, lookedFor: 'a LICENSE file, or a licence in a manifest' }];
}

/** "Live demo" that leads nowhere. */
export function emptyDemos(facts: Facts): readonly Unbacked[] {
  const { readme, publicUrls } = facts.documentation;
  if (publicUrls.some(({ kind }) => kind === 'app')) return [];
  // `[Live demo](#)`; a link to a section of the same page leads somewhere.
  const told = readme?.links.find(({ text, url }) => DEMO.test(text) && NOWHERE.test(url.trim()));
  return told
    ? [{ claim: 'a live demo', line: told.line, lookedFor: 'an address: the link leads nowhere' }]
    : [];
}
