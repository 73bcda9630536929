/** Libraries that split documents into chunks. One line each: extend here. */

/** Functions that partition and chunk in one go, by an argument. */
export const CHUNKING_ARGUMENT = /^chunking_strategy$/;
/** Words of a function or variable that deals in chunks. */
export const CHUNK_WORDS = /chunk|split|segment|passage|window|partition|trocear|dividir|fragment/i;
export const OVERLAP_WORDS = /overlap|stride|step|solap/i;
