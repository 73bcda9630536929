/** What shows an answer, and what says why it is no. */
/** A place in the audited repository. Lines count from 1; `path` uses `/` and is relative to the root. */
export interface Location {
    readonly path: string;
    readonly line: number;
    readonly endLine?: number;
}
/** Something a reader can look at: a line with its text, or a whole file (`line` 1, `text` empty). */
export interface Evidence extends Location {
    /** The trimmed source line, or a short statement about it. At most 200 characters. */
    readonly text: string;
    /** It was measured, and lies in no file; absent for what the files show. */
    readonly measured?: true;
    /** It stands for all that was looked at: by itself the line shows nothing. */
    readonly whole?: true;
    /** The line between its neighbours, where a report shows it first. */
    readonly frame?: Frame;
}
/** Lines of a file from `line` on as they stand there, without what all of them are indented by. */
export interface Frame {
    readonly line: number;
    readonly lines: readonly string[];
}
/** Why a check says no of this repository. `milestones/because.ts` words each kind. */
export type Reason = 
/** Some of its parts are there. 'usage is not there'; 'setup is there (README.md:12)'. */
{
    readonly kind: 'lacks';
    readonly has: readonly {
        readonly what: string;
        readonly at?: Evidence;
    }[];
    readonly lacks: readonly string[];
}
/** '9 of 34 functions have annotations'; `at` is one that is not counted. */
 | {
    readonly kind: 'few';
    readonly found: number;
    readonly wanted: number;
    readonly what: string;
    readonly at?: Evidence;
}
/** 'pdf is let in (ingest.py:15) and nothing reads it'. */
 | {
    readonly kind: 'unused';
    readonly what: string;
    readonly at: Evidence;
    readonly use: string;
}
/** 'an error is swallowed at app.py:9 and 2 more places'. */
 | {
    readonly kind: 'against';
    readonly what: string;
    readonly at: Evidence;
    readonly count: number;
}
/** There is nothing of it: 'no route answers with posts'. A sentence without a full stop. */
 | {
    readonly kind: 'none';
    readonly what: string;
};
