/**
 * The result that GitHub Classroom's graders hand to its reporter (version 1). The reporter adds the scores up and prints
 * the messages; it takes the JSON in base64.
 */
import type { Report } from '../model.js';
import { type Grades } from './points.js';
export declare function reportClassroom(report: Report): string;
/** null where nothing was judged. */
export declare function classroomResult(grades: Grades | null): string;
