/** What one of the parsers asks of Node's `Buffer`: the bytes of a text. Put in front of what is bundled. */
export const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };
