type UserErrorCode = 'no-such-path' | 'not-a-folder' | 'not-readable' | 'empty' | 'several-repositories' | 'bad-rule-file' | 'bad-config' | 'unknown-milestone' | 'bad-option';
interface Mistake {
    readonly code: UserErrorCode;
    /** What is wrong, in one sentence without a full stop. */
    readonly message: string;
    /** What to do about it, in one sentence. */
    readonly hint: string;
    /** 2: usage or rule file; 3: nothing to audit. */
    readonly exitCode: 2 | 3;
}
/** Thrown for a mistake of the user, never for one of ours: it is shown without a stack. */
export declare class UserError extends Error {
    readonly name = "UserError";
    readonly code: UserErrorCode;
    readonly hint: string;
    readonly exitCode: 2 | 3;
    constructor(mistake: Mistake);
}
export declare function noSuchPath(path: string): UserError;
export declare function notAFolder(path: string): UserError;
export declare function notReadable(path: string): UserError;
export declare function nothingToAudit(path: string): UserError;
export declare function nothingCommitted(path: string): UserError;
/** Where a report cannot be printed; `reason` is the system's own word for it. */
export declare function notPrinted(reason: string): UserError;
/** `reason` ends the sentence. */
export declare function notCloned(address: string, reason: string): UserError;
/** `place` is the rule file's `file:line`. */
export declare function badRuleFile(place: string, problem: string, hint: string): UserError;
/** The configuration at `path` leaves out every file. */
export declare function nothingLeft(path: string): UserError;
/** `mistakes` are told with their places, one a line. */
export declare function badConfig(mistakes: readonly string[], hint?: string): UserError;
export declare function unknownMilestone(id: string, known: readonly string[]): UserError;
/** `allowed` are the values themselves, or one phrase that describes them ('a number from 0 to 100'). */
export declare function badOption(option: string, value: string, allowed: readonly string[] | string): UserError;
/** For what there is too much of to be listed: `jwt-auth` and `blog-api/jwt-auth`. */
export declare function unknownRequirement(option: string, id: string, all: readonly string[]): UserError;
/** `word` stands where a command or a path may; `commands` are those that there are. */
export declare function noSuchCommand(word: string, commands: readonly string[]): UserError;
/** `Did you mean 'blog-api'? `, or nothing. */
export declare function didYouMean(word: string, known: readonly string[]): string;
/** What a word is probably meant to be: what it begins or is a part of, else what is spelt nearly so. At most three. */
export declare function nearestOf(word: string, known: readonly string[]): readonly string[];
/** The known word that a misspelt one is probably meant to be: at most a third of its letters differ. */
export declare function nearest(word: string, known: readonly string[]): string | null;
export {};
