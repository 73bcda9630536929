/** Commands and addresses in a README that set a program up, and those that use it. */

const SETUP: readonly RegExp[] = [
  /\b(?:pip3?|pipx|uv pip|pipenv|conda|mamba|brew|cargo|go|bundle|composer|bun|npm|pnpm|yarn) (?:install|add|ci)\b/i,
  /\b(?:npm|pnpm|bun) i\b|\byarn(?: install)?\s*$|\bnpx create-/im,
  /\buv (?:sync|venv|tool install)\b|\bpoetry (?:install|update|lock|shell)\b|\bpipenv (?:sync|shell)\b|\bconda (?:env )?create\b|\b(?:rye|pdm|hatch|pixi) (?:sync|install|env create)\b/i,
  /\bgit clone\b|\bgh repo clone\b/i,
  /\bdocker[- ]compose\b.{0,80}\b(?:up|build|run|pull)\b|\bdocker (?:build|run|pull)\b|\bpodman(?:-compose)? (?:build|run|up)\b/i,
  /\b(?:make|task|just|mise) (?:install|setup|up|build|init|bootstrap|dev|start)\b|\bmake\s*$/im,
  /\bpython3?(?:\.\d+)? -m venv\b|\bvirtualenv \S/i,
  /\bcp \.env\S* \.env|\bcopy \.env\S* \.env/i,
  // "Clone the repository" as a step in words.
  /\bclone (?:the|this|your|my|it)\b.{0,40}\brepo|\bclone repositor|\bclon(?:a|ar|e|ez|er) (?:el|este|o|le|ce) (?:repo|dépôt|depot)|\brepositor(?:y|io) (?:klonen|clonado)|클론|克隆/i,
];

const USAGE: readonly RegExp[] = [
  /\bcurl\b(?!.{0,300}(?: -o | -LO| --output|\| ?(?:sudo )?(?:tar|sh|bash))).{0,200}\b(?:https?:|localhost|127\.0\.0\.1|\$)|\bhttp (?:GET|POST|PUT|PATCH|DELETE|:)|\bwget -qO/i,
  // In prose stands "Python and FastAPI", "Node 20 or later": a command names a file or a module.
  /\b(?:python3?(?:\.\d+)?|py|node|tsx|ts-node|npx tsx|npx ts-node)(?:\.exe)? (?:-[mW] (?!venv|pip|pytest|unittest|http\.server)[\w.]+|(?:-\w+ )?[\w./\\-]*\.(?:py|[cm]?[jt]s)\b|\.{0,2}[\\/]?[\w-]+[\\/][\w./\\-]+|\.(?:$|\s))/m,
  /\b(?:uv run|poetry run|pipenv run|deno run|bun run|go run|cargo run)\s+(?!pip|pytest|ruff|mypy|alembic|black)[\w./\\-]+/i,
  /\b(?:uvicorn|gunicorn|hypercorn|daphne)\s+(?:-{1,2}\w|[\w./]{1,80}:\w)|\b(?:fastapi (?:dev|run)|flask run|flask --app|streamlit(?:\.exe)? run|chainlit run|celery -A|litestar run|ng serve|next dev|vite dev)\b/i,
  /\b(?:npm|pnpm|bun|yarn)(?: run)? (?:dev|start|serve|cli|preview)\b/i,
  /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0)[:/]/i,
  /(?:^|[\s`|*])(?:GET|POST|PUT|PATCH|DELETE)[`*\s|:]{1,6}\/[\w{:<]?/m,
];

/** The first command or address in the text that prepares the program; the offset, or -1. */
export function setupCommandAt(text: string): number {
  return firstOf(SETUP, text);
}

/** The first command, request or address in the text that runs or calls the program; the offset, or -1. */
export function usageAt(text: string): number {
  return firstOf(USAGE, text);
}

function firstOf(patterns: readonly RegExp[], text: string): number {
  const offsets = patterns.map((pattern) => pattern.exec(text)?.index ?? -1).filter((offset) => offset >= 0);
  return offsets.length === 0 ? -1 : Math.min(...offsets);
}
