/** Line icons on a 16 × 16 grid, 1.5 wide; decoration only, so a label stands beside or behind each. */
const PATHS = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.6 10.6 14 14',
  download: 'M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.5h11',
  upload: 'M8 10.5v-8M4.5 5.5 8 2l3.5 3.5M2.5 13.5h11',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  chevron: 'M4 6l4 4 4-4',
  overview: 'M2.5 13.5v-5M6.2 13.5v-9M9.8 13.5v-7M13.5 13.5v-11',
  map: 'M2 4l4-1.5 4 1.5 4-1.5v9.5l-4 1.5-4-1.5L2 13.5ZM6 2.5V12M10 4v9.5',
  ledger: 'M2.5 3.5h11v9h-11ZM2.5 6.5h11M2.5 9.5h11M6 6.5v6',
  noLocation: 'M8 14s4.5-4.2 4.5-7.6A4.5 4.5 0 0 0 8 2a4.5 4.5 0 0 0-4.5 4.4C3.5 9.8 8 14 8 14ZM2 2l12 12',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.2V11M8 5v.2',
  auto: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 2v12',
  light: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M12.6 3.4l-1.1 1.1M4.5 11.5l-1.1 1.1',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z',
  locate: 'M8 12.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3',
  law: 'M8 2v11.5M4.5 13.5h7M3 4.5h10M3 4.5 1.3 9h3.4ZM13 4.5 11.3 9h3.4Z',
  site: 'M8 14s4.5-4.2 4.5-7.6A4.5 4.5 0 0 0 8 2a4.5 4.5 0 0 0-4.5 4.4C3.5 9.8 8 14 8 14ZM8 4.5v4M6 6.5h4',
  draw: 'M3 13l.8-3L11 2.8l2.2 2.2L6 12.2ZM9.5 4.3l2.2 2.2',
  undo: 'M5.5 3L2.5 6l3 3M2.8 6H9.5a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10.5 3l3 3-3 3M13.2 6H6.5a3.5 3.5 0 0 0 0 7H9',
  swap: 'M3 5.5h9M9.5 3l2.5 2.5L9.5 8M13 10.5H4M6.5 8 4 10.5 6.5 13',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
