/** A text in which no day is broken at its hyphens. */
export function Unbroken({ text }: { readonly text: string }) {
  return text.split(/(\d{4}-\d{2}-\d{2})/).map((part, at) =>
    // Odd parts are days; a text never changes the order of its parts.
    at % 2 === 0 ? part : (
      <span key={at} className="unbroken">
        {part}
      </span>
    ),
  );
}
