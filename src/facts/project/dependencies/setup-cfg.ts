/** setuptools' declarative setup.cfg. */

import { type IniEntry, readIni } from '../../../reading/ini.ts';
import type { TextFile } from '../../../reading/text-file.ts';
import type { Findings, Scope } from './dependencies.ts';
import { pythonRequirement, scopeOfName } from './names.ts';

export function readSetupCfg(file: TextFile, findings: Findings): void {
  for (const entry of readIni(file.text)) {
    const scope = scopeOf(entry);
    if (scope !== null) {
      for (const { text, line } of entry.values) {
        for (const written of text.includes(';') ? [text] : text.split(/,(?=\s*[A-Za-z])/)) {
          const dependency = pythonRequirement(written, { path: file.path, line, scope });
          if (dependency !== null) findings.list.push(dependency);
        }
      }
    }
    if (entry.section === 'options.entry_points' && entry.key === 'console_scripts') {
      for (const { text, line } of entry.values) {
        const [name, target] = text.split('=', 2);
        if (name === undefined || target === undefined) continue;
        findings.scripts.push({
          name: name.trim(),
          target: target.trim(),
          kind: 'console',
          path: file.path,
          line,
        });
      }
    }
  }
}

function scopeOf(entry: IniEntry): Scope | null {
  if (entry.section === 'options' && entry.key === 'install_requires') return 'runtime';
  if (entry.section === 'options' && entry.key === 'tests_require') return 'development';
  return entry.section === 'options.extras_require' ? scopeOfName(entry.key, 'optional') : null;
}
