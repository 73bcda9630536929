/** IPython's own syntax, which is no Python: `%magic`, `!command`, `help?`. */

/** Cell magics after which the cell is Python all the same. */
const PYTHON_CELLS = new Set([
  'time',
  'timeit',
  'capture',
  'prun',
  'python',
  'python3',
  'pypy',
  'debug',
  'memit',
  'mprun',
]);

const MAGIC_LINE = /^\s*(?:%{1,2}[A-Za-z_]|!|\?)/;
const HELP_LINE = /^\s*[\w.]+\?{1,2}\s*$/;
const ASSIGNED = /^(\s*[A-Za-z_][\w, ]*=\s*)(?:!|%[A-Za-z_])/;
const CELL_MAGIC = /^\s*%%([A-Za-z_]\w*)/;

/** A cell's rows with what is not Python taken out; the number of rows stays the same. */
export function withoutMagics(rows: readonly string[]): readonly string[] {
  const first = rows.findIndex((row) => row.trim() !== '');
  const cellMagic = CELL_MAGIC.exec(rows[first] ?? '')?.[1];
  if (cellMagic !== undefined && !PYTHON_CELLS.has(cellMagic)) return rows.map(() => '');
  let continued = false;
  return rows.map((row) => {
    const assigned = ASSIGNED.exec(row);
    const magic = continued || assigned !== null || MAGIC_LINE.test(row) || HELP_LINE.test(row);
    if (!magic) return row;
    const wasContinued = continued;
    continued = row.endsWith('\\');
    if (assigned !== null && !wasContinued) return `${assigned[1]}None`;
    return blank(row, wasContinued);
  });
}

/** An indented magic may be all that a block has: `pass` keeps the block whole. */
function blank(row: string, continued: boolean): string {
  const indentation = /^\s*/.exec(row)?.[0] ?? '';
  return indentation === '' || continued ? '' : `${indentation}pass`;
}
