import type { LayerKind } from '../layer-kind.ts';

/** What the name of a file says of its content, most telling first: 热源 stands in 热源台账, and not the other way round. */
export const FILE_NAME_WORDS: readonly (readonly [word: RegExp, kind: LayerKind])[] = [
  [/热源|电厂|heat.?source|power.?plant/iu, 'heatSources'],
  [/站点|监测点|station/iu, 'stations'],
  [/空气质量|监测数据|日均|air.?quality/iu, 'airReadings'],
  [/园区|park/iu, 'parks'],
  [/禁煤|禁燃|建成区|管网|管控区|zones?\b/iu, 'zones'],
  [/行政区|区划|县界|市界|division|count(?:y|ies)|prefecture/iu, 'divisions'],
  [/锅炉|台账|设施|窑炉|boiler|ledger|facilit/iu, 'facilities'],
];
