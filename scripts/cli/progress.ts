/** Shows how far the work is, in one line of standard error; nothing where nobody sits before it. */
export interface ProgressLine {
  readonly show: (text: string) => void;
  /** Ends the line, if there is one. */
  readonly end: () => void;
}

export function openProgress(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): ProgressLine {
  let shown = '';
  return {
    show: (text) => {
      if (!stream.isTTY || text === shown) return;
      // What the longer text before it leaves over is wiped.
      stream.write(`\r${text}\u001b[K`);
      shown = text;
    },
    end: () => {
      if (shown !== '') stream.write('\n');
      shown = '';
    },
  };
}
