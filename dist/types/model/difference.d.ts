/** What one report says and an earlier one did not. */
import type { Evidence, Score, Verdict } from '../model.js';
/** What changed from one report to another of the same project. */
export interface Difference {
    /** The revision that was compared with. */
    readonly base: string | null;
    /** Both were judged by the same version and rules: only then a changed verdict is the code's doing. */
    readonly sameRules: boolean;
    /** Those of the later report, in its order. */
    readonly milestones: readonly MilestoneDifference[];
}
export interface MilestoneDifference {
    readonly id: string;
    readonly title: string;
    /** null where the earlier report does not judge this milestone. */
    readonly before: Score | null;
    readonly after: Score;
    /** Changed verdicts: what got worse first, then what got better. */
    readonly changes: readonly Change[];
    /** Requirements that only one of the two reports judges. */
    readonly added: readonly string[];
    readonly removed: readonly string[];
    /** What speaks against a requirement now and did not before. */
    readonly against: readonly {
        readonly requirement: string;
        readonly evidence: readonly Evidence[];
    }[];
}
/** A verdict that is not what it was. */
export interface Change {
    readonly requirement: string;
    readonly title: string;
    readonly before: Verdict;
    readonly after: Verdict;
    /** By the points that it surely earns and those that it may earn. */
    readonly effect: 'better' | 'worse' | 'neither';
}
