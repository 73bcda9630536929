/** Forty rules of the kind that an audit asks, for those that we compare ourselves with. */

const PATTERNS = [
  'print($$$)',
  'open($$$)',
  'json.dump($$$)',
  'json.dumps($$$)',
  'json.load($$$)',
  'json.loads($$$)',
  'logging.getLogger($$$)',
  'logging.basicConfig($$$)',
  'logger.info($$$)',
  'logger.warning($$$)',
  'logger.error($$$)',
  'raise HTTPException($$$)',
  'raise ValueError($$$)',
  'raise NotImplementedError',
  'jwt.encode($$$)',
  'jwt.decode($$$)',
  'create_engine($$$)',
  'relationship($$$)',
  'ForeignKey($$$)',
  'mapped_column($$$)',
  'Field($$$)',
  'Depends($$$)',
  'APIRouter($$$)',
  'FastAPI($$$)',
  '$APP.include_router($$$)',
  '$APP.add_middleware($$$)',
  '$CLIENT.post($$$)',
  '$CLIENT.get($$$)',
  'os.environ.get($$$)',
  'os.environ[$KEY]',
  'os.getenv($$$)',
  '$SESSION.commit()',
  '$SESSION.add($ROW)',
  '$SESSION.delete($ROW)',
  'pd.read_csv($$$)',
  'st.file_uploader($$$)',
  'assert $LEFT == $RIGHT',
  'from $MODULE import $$$NAMES',
  'import $MODULE',
  'def $NAME($$$PARAMETERS) -> $RETURNS: $$$BODY',
] as const;

/** As one rule file. */
export function astGrepRules(): string {
  const rule = (pattern: string, index: number): string =>
    `id: rule-${index}\nlanguage: python\nseverity: info\nmessage: found\nrule:\n  pattern: ${JSON.stringify(pattern)}\n`;
  return PATTERNS.map(rule).join('---\n');
}

/** As regular expressions for single lines: what can be asked without a parser. */
export function lineRules(): readonly RegExp[] {
  const escaped = (text: string): string =>
    text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return PATTERNS.map(
    (pattern) =>
      new RegExp(
        pattern
          .split(/\$+[A-Z]*/)
          .map(escaped)
          .join('.*'),
      ),
  );
}
