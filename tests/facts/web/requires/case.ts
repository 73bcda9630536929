/** Sources, and which of their routes require something. */
export interface Case {
  readonly says: string;
  readonly sources: Readonly<Record<string, string>>;
  /** Method and path of the mounted routes that require a user; all others are open. */
  readonly guarded: readonly string[];
}
