/** results.json of a Gradescope autograder: a test per requirement, with its points and what was found. */
import type { Report } from '../model.js';
export declare function reportGradescope(report: Report): string;
