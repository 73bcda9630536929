/**
 * The result that GitHub Classroom's graders hand to its reporter (version 1). The reporter adds the scores up and prints
 * the messages; it takes the JSON in base64.
 */
import type { Report } from '../model.js';
export declare function reportClassroom(report: Report): string;
