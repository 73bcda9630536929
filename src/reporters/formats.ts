/** Every format that `--format` knows, apart from what writes it: a command line that only tells of them loads no reporter. */

/** What the file of a format is called behind its dot, where several are written at once. */
export const FILE_ENDINGS = {
  terminal: 'txt',
  json: 'json',
  markdown: 'md',
  html: 'html',
  sarif: 'sarif',
  junit: 'junit.xml',
  csv: 'csv',
  badge: 'svg',
  shields: 'shields.json',
  classroom: 'classroom.json',
  classroom50: 'classroom50.json',
  gradescope: 'gradescope.json',
} as const;

export type Format = keyof typeof FILE_ENDINGS;

export const FORMATS = Object.keys(FILE_ENDINGS) as readonly Format[];
