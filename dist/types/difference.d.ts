/** Two reports of one project: what flipped, from which score to which, and what speaks against it anew. Pure. */
import { type Difference, type Report } from './model.js';
/** Milestones and requirements are matched by id, so the reports may have been made by different rules. */
export declare function differenceOf(before: Report, after: Report): Difference;
/** Whether anything of it is worth telling: a verdict, a score, a requirement or a place against one. */
export declare function differs({ milestones }: Difference): boolean;
