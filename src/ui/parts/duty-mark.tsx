import type { Certainty } from '../../assess/assessment.ts';
import { verdictMark } from '../../map/duty-style.ts';
import type { Duty } from '../../policy/duty.ts';
import { useTheme } from './use-theme.ts';

interface Props {
  readonly duty: Duty;
  readonly possibleDuty?: Duty;
  readonly certainty?: Certainty;
  readonly size?: number;
}

/** The mark that the map puts at a facility, for legend, table and card. */
export function DutyMark({ duty, possibleDuty = duty, certainty = 'certain', size = 20 }: Props) {
  const mark = verdictMark(duty, possibleDuty, certainty, useTheme(), size);
  return (
    <svg className="duty-mark" width={size} height={size} viewBox={`0 0 ${String(size)} ${String(size)}`} aria-hidden="true">
      <path d={mark.path} fill={mark.colour} />
      {mark.ring !== null && (
        <circle
          cx={size / 2}
          cy={size / 2}
          r={mark.ring.radius}
          fill="none"
          stroke={mark.ring.colour}
          strokeWidth={mark.ring.width}
          strokeDasharray={mark.ring.dash.join(' ')}
        />
      )}
    </svg>
  );
}
