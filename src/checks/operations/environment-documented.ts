import type { Facts } from '../../facts/facts.ts';
import { settingNames } from '../../facts/operations/settings/settings.ts';
import type { Evidence } from '../../model.ts';
import { defineCheck, found } from '../define.ts';

/** Example files, those of settings in other formats included. */
const EXAMPLES =
  /(?:^|\/)(?:secrets|config|settings|values|terraform|application)[\w-]*\.(?:example|sample|template)\.(?:toml|ya?ml|json|tfvars|ini)$|\.(?:toml|ya?ml|tfvars|ini)\.(?:example|sample|template|dist)$/i;
const ASSIGNED = /^\s*(?:export\s+|\$env:|set\s+|ENV\s+|-\s*)?["'`]?([A-Z][A-Z0-9_]{2,80})["'`]?\s*[=:]/;

/** README lines that list a name: in a code block, a table, a list. */
function inReadme(facts: Facts): readonly Evidence[] {
  const { readme } = facts.documentation;
  if (readme === null) return [];
  const names = settingNames(facts);
  // A client may take its key from the environment without the code naming it.
  const known = (name: string): boolean => names.has(name) || /_API_KEY$/.test(name);
  const found: Evidence[] = [];
  for (const block of readme.codeBlocks) {
    for (const [index, line] of block.text.split('\n').slice(0, 300).entries()) {
      const name = ASSIGNED.exec(line.slice(0, 300))?.[1];
      const plain = /(?:_KEY|_TOKEN|_SECRET|_URL|_PASSWORD)$/.test(name ?? '');
      if (name !== undefined && (known(name) || plain))
        found.push(facts.evidence(readme.path, block.line + 1 + index));
    }
  }
  // Lines that were meant as a block and are not fenced.
  for (const [index, line] of (facts.text(readme.path) ?? '').split('\n').slice(0, 3_000).entries()) {
    const name = ASSIGNED.exec(line.slice(0, 300))?.[1];
    if (name !== undefined && /=/.test(line) && known(name))
      found.push(facts.evidence(readme.path, index + 1));
  }
  const mentions = (text: string): boolean =>
    [...text.slice(0, 500).matchAll(/[A-Z][A-Z0-9]*_[A-Z0-9_]+/g)].some(([name]) => known(name));
  for (const table of readme.tables)
    for (const row of table.rows)
      if (mentions(row.cells[0] ?? '')) found.push(facts.evidence(readme.path, row.line));
  for (const item of readme.listItems)
    if (mentions(item.text)) found.push(facts.evidence(readme.path, item.line));
  return found;
}

export const environmentDocumented = defineCheck({
  name: 'environment-documented',
  summary: 'An example file or the README lists the names of the settings.',
  reads: ['configuration', 'documents'],
  parameters: (z) => z.strictObject({}),
  ask: (facts) => {
    const files = facts.environment.files
      .filter((file) => file.kind === 'example' && file.entries.length > 0)
      .map((file) => facts.evidence(file.path, file.entries[0]?.line ?? 1));
    const others = facts.files
      .filter((file) => EXAMPLES.test(file.path) && file.size > 0)
      .map((file) => facts.evidence(file.path, 1));
    return found(
      [...files, ...others, ...inReadme(facts)].slice(0, 2),
      'an .env.example, or a block in the README with the names',
    );
  },
});
