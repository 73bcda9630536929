/** Every format that `--format` knows, apart from what writes it: a command line that only tells of them loads no reporter. */
/** What the file of a format is called behind its dot, where several are written at once. */
export declare const FILE_ENDINGS: {
    readonly terminal: 'txt';
    readonly json: 'json';
    readonly markdown: 'md';
    readonly html: 'html';
    readonly sarif: 'sarif';
    readonly junit: 'junit.xml';
    readonly csv: 'csv';
    readonly badge: 'svg';
    readonly shields: 'shields.json';
    readonly classroom: 'classroom.json';
    readonly classroom50: 'classroom50.json';
    readonly gradescope: 'gradescope.json';
};
export type Format = keyof typeof FILE_ENDINGS;
export declare const FORMATS: readonly Format[];
