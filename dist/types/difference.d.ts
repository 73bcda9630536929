/** Two reports of one project: what flipped, from which score to which, and what speaks against it anew. Pure. */
import type { Difference } from './model/difference.js';
import type { Tool } from './model/repository.js';
import { type Report } from './model.js';
/** Milestones and requirements are matched by id, so the reports may have been made by different rules. */
export declare function differenceOf(before: Report, after: Report): Difference;
/** The same program, by the same rules. */
export declare function sameTool(one: Tool, other: Tool): boolean;
/** Whether anything of it is worth telling: a verdict, a score, a requirement or a place against one. */
export declare function differs({ milestones }: Difference): boolean;
