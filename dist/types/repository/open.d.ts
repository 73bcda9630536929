import type { Repository } from './repository.js';
/** Opens the folder at a path. Throws a `UserError` when there is none, or nothing in it. */
export declare function openRepository(path: string): Promise<Repository>;
