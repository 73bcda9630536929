/** Written by `npm run schema` from knowledge/roles.yml: change that. */
export type RoleName =
  | 'error.tracker'
  | 'log.format'
  | 'log.formatter'
  | 'log.logger'
  | 'log.records'
  | 'log.setup';
