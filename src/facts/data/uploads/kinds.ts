/** Kinds of files, and the suffixes and media types that say them. */

export const FILE_KINDS = [
  'csv',
  'xlsx',
  'json',
  'parquet',
  'pdf',
  'txt',
  'md',
  'docx',
  'pptx',
  'html',
  'image',
  'audio',
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Suffixes and media types, by kind. */
export const SUFFIXES: readonly (readonly [FileKind, RegExp])[] = [
  ['csv', /^(?:\*?\.)?(?:csv|tsv)$|^(?:text|application)\/(?:x-)?csv$|^application\/vnd\.ms-excel$/i],
  ['xlsx', /^(?:\*?\.)?xlsx?$|spreadsheetml/i],
  ['json', /^(?:\*?\.)?jsonl?$|^application\/json$/i],
  ['parquet', /^(?:\*?\.)?parquet$/i],
  ['pdf', /^(?:\*?\.)?pdf$|^application\/(?:x-)?pdf$/i],
  ['txt', /^(?:\*?\.)?te?xt$|^text\/(?:plain|\*)$/i],
  ['md', /^(?:\*?\.)?(?:md|mdx|markdown)$|^text\/(?:x-)?markdown$|^text\/\*$/i],
  ['docx', /^(?:\*?\.)?docx?$|wordprocessingml|^application\/msword$/i],
  ['pptx', /^(?:\*?\.)?pptx?$|presentationml/i],
  ['html', /^(?:\*?\.)?html?$|^text\/html$/i],
  ['image', /^(?:\*?\.)?(?:png|jpe?g|webp|gif)$|^image\//i],
  ['audio', /^(?:\*?\.)?(?:mp3|wav|m4a|ogg)$|^audio\//i],
];
