/** conda's environment.yml, with the pip list inside it. */

import type { TextFile } from '../../../reading/text-file.ts';
import { at, entriesOf, itemsOf, readYaml, toText } from '../../../reading/yaml.ts';
import type { Findings } from './dependencies.ts';
import { pythonDependency, pythonRequirement } from './names.ts';

const MATCH_SPEC = /^(?:[\w./-]{1,80}::)?([A-Za-z0-9][\w.-]{0,99})\s*(.*)$/;
/** Not packages that code can use. */
const TOOLS: ReadonlySet<string> = new Set(['python', 'pip', 'nodejs', 'setuptools', 'wheel']);

export async function readCondaFile(file: TextFile, findings: Findings): Promise<void> {
  const { documents, errors } = await readYaml(file.text);
  for (const error of errors) findings.errors.push({ path: file.path, ...error });
  for (const item of itemsOf(at(documents[0]?.contents, 'dependencies'))) {
    const spec = toText(item);
    const origin = { path: file.path, line: item.line, scope: 'runtime' } as const;
    if (spec !== undefined) {
      const [, name, version] = MATCH_SPEC.exec(spec.trim()) ?? [];
      if (name === undefined || TOOLS.has(name.toLowerCase())) continue;
      findings.list.push(pythonDependency(name, [], version ? version.trim() : null, origin));
      continue;
    }
    for (const entry of entriesOf(item).filter((one) => one.key === 'pip')) {
      for (const pip of itemsOf(entry.node)) {
        const dependency = pythonRequirement(toText(pip) ?? '', { ...origin, line: pip.line });
        if (dependency !== null) findings.list.push(dependency);
      }
    }
  }
}
