/** The milestone of a report as points, for the tools in which teachers collect them. */
import type { MilestoneReport, Report, RequirementReport } from '../model.js';
export interface Graded {
    readonly requirement: Pick<RequirementReport, 'id' | 'title' | 'weight' | 'verdict' | 'evidence'>;
    readonly earned: number;
    readonly possible: number;
    /** One line: where it is, or what is missing. No line end, no escape, nothing that a log would take for a command. */
    readonly message: string;
}
export interface Grades {
    readonly milestone: Pick<MilestoneReport, 'id' | 'title' | 'score'>;
    readonly tests: readonly Graded[];
    readonly possible: number;
    /** What the tests earn together, held down where the score is. */
    readonly earned: number;
    readonly cap: string | null;
}
/** null where nothing was judged. Portfolio rules are no part of an assignment. */
export declare function gradesOf({ milestones: [milestone] }: Report): Grades | null;
export declare function graded(requirement: Graded['requirement'], message: string): Graded;
export declare function gradesFor(milestone: Grades['milestone'], tests: readonly Graded[]): Grades;
