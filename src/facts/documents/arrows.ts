/** The marks by which drawings of characters join their parts. */

/** One arrow, of any form. */
export const ARROW = /[→←↔⇒⇐➜➔➡⟶]|-{1,20}>|={1,20}>|<-{1,20}|─{1,20}[>►▶]|[►▶◄◀]/;
/** Each of them in a line. */
export const ARROWS = /[→←↔⇒⇐➜➔➡⟶]|-{1,20}>|={2,20}>|<-{1,20}|─{1,20}[>►▶]|[►▶◄◀]/g;
export const LONG_ARROW = /-{2,20}>|<-{2,20}|─{1,20}[>►▶]/;
/** A line that only leads down. */
export const DOWN = /^[\s│|]*[↓▼↑▲⬇⬆v|│][\s│|↓▼↑▲⬇⬆]*$/;
export const VERTICAL = /[↓▼↑▲⬇⬆]/;
/** It leads down, and says what passes: `↓ (checked claims)`. */
export const LEADS_DOWN = /^[\s│|]*[↓▼⬇]\s{1,4}\S/;
