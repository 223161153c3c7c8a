/** A text that need not be in memory as a whole. */
export interface TextPieces {
  /** Of all pieces together, in UTF-16 units. */
  readonly length: number;
  readonly has: (sign: string) => boolean;
  /** May be walked any number of times, each time from the start. */
  readonly pieces: Iterable<string>;
}

/** A text that is in memory, as its only piece. */
export function wholeText(text: string): TextPieces {
  return { length: text.length, has: (sign) => text.includes(sign), pieces: [text] };
}

export function joined({ pieces }: TextPieces): string {
  const all = [...pieces];
  return all.length === 1 ? (all[0] ?? '') : all.join('');
}

/** A window on a text that comes in pieces. */
export interface TextWindow {
  readonly text: string;
  /** Nothing comes behind it. */
  readonly isLast: boolean;
}

/** Opens a window on a text: each call drops what stands before `at`, and adds the next piece behind. The first call takes 0. */
export function openWindow({ pieces }: TextPieces): (at: number) => TextWindow {
  const coming = pieces[Symbol.iterator]();
  let text = '';
  return (at) => {
    const next = coming.next();
    if (next.done !== true) text = at === text.length ? next.value : text.slice(at) + next.value;
    else if (at > 0) text = text.slice(at);
    return { text, isLast: next.done === true };
  };
}
