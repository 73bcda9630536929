/** A rule file as it was read, from a disk or out of a repository. */
export interface RuleFile {
  /** As it is named in messages. */
  readonly path: string;
  readonly text: string;
}

/** Told by its name. Tests of rules (`NAME.test.yml`) lie beside rules and are none. */
export function isRuleFile(path: string): boolean {
  return /\.ya?ml$/.test(path) && !isRuleTest(path);
}

export function isRuleTest(path: string): boolean {
  return /\.test\.ya?ml$/.test(path);
}
