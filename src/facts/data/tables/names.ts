/** Reading, cleaning and summing up of tables: names, one line each. '*' matches within. */

/** What tells nulls and duplicates without doing anything about them yet. */
export const DETECTS: readonly (readonly ['nulls' | 'duplicates', RegExp])[] = [
  ['nulls', /\.(isnull|isna|notnull|notna|is_null|is_not_null|null_count|has_nulls|isNa)(\.|$)/],
  ['duplicates', /\.(duplicated|is_duplicated|is_unique|n_unique)(\.|$)/],
];

/** Arguments and options that make a read take pieces. */
export const PIECES = new Set([
  'chunksize',
  'chunk_size',
  'iterator',
  'batch_size',
  'blocksize',
  'step',
  'chunk',
]);
