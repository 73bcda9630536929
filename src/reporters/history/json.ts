/** A history as JSON, for other programs: `HistoryReport` in model/history.ts. */
import type { HistoryReport } from '../../model/history.ts';
import { escapeJson } from '../visible.ts';

export function historyJson(history: HistoryReport): string {
  return `${escapeJson(JSON.stringify(history, null, 2))}\n`;
}
