/** What a store of vectors is, and where it lives. */

/**
 * 'database' keeps vectors by itself; 'index' is a structure in memory (which may be written to a file); 'memory' is a
 * store made for trying things out.
 */
export type StoreKind = 'database' | 'index' | 'memory';
/** Where it lives: with a provider, on a server of one's own, in the program's own files or memory. */
export type Hosting = 'cloud' | 'server' | 'embedded';

export interface EngineRow {
  readonly engine: string;
  readonly kind: StoreKind;
  readonly hosting: Hosting;
}
