/** The words that a name is made of. */

/** `totalCost`, `total_cost`, `TOTAL-COST` are all `total`, `cost`. */
export function wordsOfName(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
