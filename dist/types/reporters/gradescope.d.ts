/** results.json of a Gradescope autograder: a test per requirement, with its points and what was found. */
import type { Report } from '../model.js';
import { type Grades } from './points.js';
export declare function reportGradescope(report: Report): string;
/** `grades` is null where nothing was judged. */
export declare function gradescopeResult(grades: Grades | null, origin: {
    readonly revision: string | null;
    readonly rules: string;
}): string;
