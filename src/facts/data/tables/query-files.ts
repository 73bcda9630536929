/** SQL that lies in files of its own and is read by the program. */

import { baseName } from '../../../reading/text-file.ts';
import type { Facts } from '../../facts.ts';
import type { QueryFile } from './statistics.ts';

/** Looks a file of SQL up by the end of the path that the code has for it. */
export function queryFile(facts: Pick<Facts, 'files' | 'text'>): QueryFile {
  return (name) => {
    if (!/^[\w./\\-]{1,200}\.sql$/i.test(name)) return null;
    const file = facts.files.find(({ path }) => baseName(path) === baseName(name.replaceAll('\\', '/')));
    return file ? (facts.text(file.path) ?? null) : null;
  };
}
