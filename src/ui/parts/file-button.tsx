import { useRef } from 'react';
import type { ReactNode } from 'react';

interface Props {
  readonly className: string;
  readonly title?: string;
  /** What the dialogue offers, as in `accept`; anything without it. */
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Opens the system's dialogue for files. */
export function FileButton({ className, title, accept, multiple = false, onFiles, children }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={multiple}
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          if (files.length > 0) onFiles(files);
          // The same file, mended, may be chosen again.
          target.value = '';
        }}
      />
      <button type="button" className={className} title={title} onClick={() => input.current?.click()}>
        {children}
      </button>
    </>
  );
}

/** Files of JSON: projects and documents of rules. */
export const JSON_FILES = '.json,application/json';
