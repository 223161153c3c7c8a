interface Props {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** A number that is being typed, with its label and unit before it. */
export function NumberField({ label, text, onText }: Props) {
  return (
    <label>
      {label}
      <input
        className="draft-number"
        inputMode="decimal"
        value={text}
        onChange={({ target }) => {
          onText(target.value);
        }}
      />
    </label>
  );
}
