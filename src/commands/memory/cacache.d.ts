/** What the program uses of cacache, which brings no types of its own. */
declare module 'cacache' {
  interface Kept {
    readonly key: string;
    readonly integrity: string;
    /** Milliseconds since 1970 at which it was written. */
    readonly time: number;
    readonly size: number;
  }
  export const get: {
    (folder: string, key: string): Promise<{ readonly data: Buffer }>;
    info(folder: string, key: string): Promise<Kept | null>;
  };
  export function put(folder: string, key: string, data: Buffer): Promise<string>;
  export function ls(folder: string): Promise<Readonly<Record<string, Kept>>>;
  export function verify(folder: string): Promise<unknown>;
  export const rm: {
    content(folder: string, integrity: string): Promise<unknown>;
    entry(folder: string, key: string, options: { readonly removeFully: boolean }): Promise<unknown>;
  };
}
