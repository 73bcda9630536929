/** What state is kept as. */
export const STORE_FORMATS = [
  'json',
  'csv',
  'pickle',
  'yaml',
  'sqlite',
  'database',
  'key-value',
  'text',
] as const;
export type StoreFormat = (typeof STORE_FORMATS)[number];
