import type { ReactNode } from 'react';
import { PALETTE } from '../../map/palette.ts';
import type { Palette } from '../../map/palette.ts';
import { PATTERN_TILE_PX, ZONE_STYLE, patternPath, patternPenPx } from '../../map/zone-style.ts';
import type { ZoneKind } from '../../domain/zone.ts';
import type { LayerId } from '../../state/layers.ts';
import { useTheme } from '../parts/use-theme.ts';

/** A small picture of how the map draws a layer, in the map's own colours. */
export function LayerSwatch({ id }: { readonly id: LayerId }) {
  return <Swatch>{DRAW[id](PALETTE[useTheme()])}</Swatch>;
}

function Swatch({ children }: { readonly children: ReactNode }) {
  return (
    <svg className="swatch" width="28" height="18" viewBox="0 0 28 18" aria-hidden="true">
      {children}
    </svg>
  );
}

const DRAW: Readonly<Record<LayerId, (colours: Palette) => ReactNode>> = {
  facilities: () => (
    <g className="swatch-facilities">
      <circle cx="8" cy="9" r="4" />
      <rect x="17" y="5.5" width="7" height="7" />
    </g>
  ),
  zones: (c) => <rect x="2.5" y="2.5" width="23" height="13" rx="2" fill={c.city} stroke={c.label} strokeDasharray="3 2" />,
  reach: (c) => <path d="M3 16A13 13 0 0 1 25 16" fill="none" stroke={c.reach} strokeWidth="1.6" />,
  heatSources: (c) => (
    <>
      <circle cx="14" cy="9" r="7.5" fill={c.reach} />
      <path d="M14 4.500c.6 2 2.9 3 2.9 5.500a2.9 2.9 0 0 1-5.8 0c0-1.3.9-2 1.3-3 .6.3 1 .6 1.2 1 .4-1.2.5-2.3.4-3.500Z" fill={c.labelHalo} />
    </>
  ),
  parks: (c) => <ellipse cx="14" cy="9" rx="11" ry="7" fill={c.park} fillOpacity=".12" stroke={c.park} strokeDasharray="2.5 2.5" />,
  stations: (c) => (
    <>
      <path d="M14 3l5.2 3v6L14 15l-5.2-3V6Z" fill={c.station} />
      <circle cx="14" cy="9" r="1.6" fill={c.labelHalo} />
    </>
  ),
  counties: (c) => <path d="M2 13l6-8 7 4 5-6 6 5" fill="none" stroke={c.county} strokeWidth="1.6" />,
  prefectures: (c) => <path d="M2 12l8-5 6 4 10-7" fill="none" stroke={c.prefecture} strokeWidth="1.6" />,
};

/** One kind of zone: its hue and pattern. */
export function ZoneSwatch({ kind }: { readonly kind: ZoneKind }) {
  const theme = useTheme();
  const { pattern, [theme]: colour } = ZONE_STYLE[kind];
  const tile = `zone-tile-${kind}`;
  return (
    <Swatch>
      <defs>
        <pattern id={tile} width={PATTERN_TILE_PX} height={PATTERN_TILE_PX} patternUnits="userSpaceOnUse">
          <path d={patternPath(pattern)} stroke={colour} strokeWidth={patternPenPx(pattern)} strokeLinecap="round" fill="none" />
        </pattern>
      </defs>
      <rect x="1" y="1.5" width="26" height="15" rx="1.5" fill={colour} fillOpacity=".1" />
      <rect x="1" y="1.5" width="26" height="15" rx="1.5" fill={`url(#${tile})`} stroke={colour} strokeDasharray="3 2" />
    </Swatch>
  );
}
