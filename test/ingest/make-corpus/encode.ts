/** Text as GB18030: the two-byte characters by trying all pairs of bytes, since platforms only decode. */
export function gb18030(text: string): Uint8Array {
  const bytes = Array.from(text).flatMap((letter) => (letter < '\u0080' ? [letter.charCodeAt(0)] : (table.get(letter) ?? unknown(letter))));
  return Uint8Array.from(bytes);
}

const table = new Map<string, readonly number[]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const letter = decoder.decode(Uint8Array.of(lead, trail));
    if (letter.length === 1 && !table.has(letter)) table.set(letter, [lead, trail]);
  }
}

function unknown(letter: string): never {
  throw new Error(`gb18030: got ${letter}, expected a character of two bytes`);
}

export function utf16(text: string, { isBig, hasMark }: { readonly isBig: boolean; readonly hasMark: boolean }): Uint8Array {
  const marked = hasMark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < marked.length; k += 1) view.setUint16(2 * k, marked.charCodeAt(k), !isBig);
  return bytes;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
