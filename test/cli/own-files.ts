/** A small city of one's own: three boilers, two heat sources, one zone. */
export const OWN_FILES = {
  'ledger.csv': [
    'id,name,enterprise,kind,fuel,capacityTph,divisionCode,lon,lat,locationAccuracyM,备注',
    'A1,"一号,炉",甲厂,boiler,coal,20,140525,112.925,35.461,0,"=HYPERLINK(""x"")"',
    'A2,二号炉,乙厂,boiler,coal,80,140525,112.925,35.461,0,',
    'A3,三号炉,丙厂,boiler,gas,,140525,,,0,',
  ].join('\n'),
  'sources.csv': 'name,kind,unitMW,lon,lat,locationAccuracyM\n热电,chp,300,112.9,35.46,0\n某厂,,,112.91,35.46,0\n',
  'zones.geojson': JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'B1', name: '禁煤区甲', kind: 'coalBan' },
        geometry: { type: 'Polygon', coordinates: [[[112.9, 35.4], [112.925, 35.4], [112.925, 35.5], [112.9, 35.5], [112.9, 35.4]]] },
      },
    ],
  }),
} as const;
