import { useId, useState } from 'react';
import { FACILITY_KINDS, FUELS, USES } from '../../domain/facility.ts';
import { INDUSTRIES } from '../../domain/industry.ts';
import { changeSite, setPicking } from '../../state/commands/change-site.ts';
import { changeView } from '../../state/commands/change-view.ts';
import type { Site } from '../../state/site.ts';
import { useApply } from '../../state/use-session.ts';
import { Icon } from '../parts/icon.tsx';
import { useLawWords } from '../parts/law-words.ts';
import { useWords } from '../parts/words.ts';
import { pointText, readPoint } from './read-point.ts';

/** Where, and what: each field may stay empty, and the answer then says what hangs on it. */
export function SiteForm({ site }: { readonly site: Site }) {
  const { t } = useWords();
  const words = useLawWords().site;
  return (
    <form
      className="site-form"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <PointField key={site.lngLat === null ? '' : pointText(site.lngLat)} site={site} />
      <div className="site-grid">
        <Choice label={words.kind} words={FACILITY_KINDS} names={t.kind} value={site.kind} field="kind" />
        <Choice label={words.fuel} words={FUELS} names={t.fuel} value={site.fuel} field="fuel" />
        <CapacityField site={site} />
        <Choice label={words.use} words={USES} names={t.use} value={site.use} field="use" />
        <Choice label={words.industry} words={INDUSTRIES} names={t.industry} value={site.industry} field="industry" />
      </div>
    </form>
  );
}

function PointField({ site }: { readonly site: Site }) {
  const words = useLawWords().site;
  const apply = useApply();
  const [text, setText] = useState(site.lngLat === null ? '' : pointText(site.lngLat));
  const [fault, setFault] = useState<'unreadable' | 'far' | null>(null);
  const inputId = useId();
  const take = (): void => {
    if (text.trim() === '') return;
    const point = readPoint(text);
    if (typeof point === 'string') setFault(point);
    else apply(changeSite({ lngLat: point }));
  };
  return (
    <div className="site-point">
      <label htmlFor={inputId}>{words.point}</label>
      <div className="site-point-row">
        <input
          id={inputId}
          className="filter-text"
          value={text}
          aria-invalid={fault !== null}
          aria-describedby={`${inputId}-hint`}
          onChange={(event) => {
            setText(event.target.value);
            setFault(null);
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
          }}
        />
        <button
          type="button"
          className="button"
          onClick={() => {
            apply(changeView({ panel: 'map' }));
            apply(setPicking(true));
          }}
        >
          <Icon name="site" size={14} />
          {words.pickAgain}
        </button>
      </div>
      <p id={`${inputId}-hint`} className={fault === null ? 'hint' : 'field-fault'} role={fault === null ? undefined : 'alert'}>
        {fault === null ? words.pointHint : fault === 'far' ? words.far : words.bad}
      </p>
    </div>
  );
}

interface ChoiceProps<Word extends string> {
  readonly label: string;
  readonly words: readonly Word[];
  readonly names: Readonly<Record<Word, string>>;
  readonly value: Word | null;
  readonly field: 'kind' | 'fuel' | 'use' | 'industry';
}

function Choice<Word extends string>({ label, words, names, value, field }: ChoiceProps<Word>) {
  const { unsaid } = useLawWords().site;
  const apply = useApply();
  return (
    <label className="field">
      <span>{label}</span>
      <select
        className="select"
        value={value ?? ''}
        onChange={(event) => {
          apply(changeSite({ [field]: words.find((word) => word === event.target.value) ?? null }));
        }}
      >
        <option value="">{unsaid}</option>
        {words.map((word) => (
          <option key={word} value={word}>
            {names[word]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is being typed stays in the field until it is a number. */
function CapacityField({ site }: { readonly site: Site }) {
  const words = useLawWords().site;
  const apply = useApply();
  const [text, setText] = useState(site.capacityTph === null ? '' : String(site.capacityTph));
  const typed = text.trim() === '' ? null : Number(text);
  const bad = typed !== null && !(Number.isFinite(typed) && typed >= 0);
  return (
    <label className="field">
      <span>{words.tph}</span>
      <input
        className="filter-text"
        inputMode="decimal"
        value={text}
        aria-invalid={bad}
        onChange={(event) => {
          const { value } = event.target;
          setText(value);
          const number = value.trim() === '' ? null : Number(value);
          if (number === null || (Number.isFinite(number) && number >= 0)) apply(changeSite({ capacityTph: number }));
        }}
      />
      {bad && (
        <span className="field-fault" role="alert">
          {words.badTph}
        </span>
      )}
    </label>
  );
}
