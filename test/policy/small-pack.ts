import type { RulePack } from '../../src/policy/rule.ts';

/** A document with one of everything, small enough to break on purpose; fresh at each call. */
export function smallPack(): RulePack {
  return {
    format: 'coal-ban-map/rule-pack@1',
    id: 'small',
    version: '1',
    title: { zh: '小文件', en: 'A small document' },
    shortTitle: { zh: '小文件', en: 'Small' },
    documentNumber: '',
    issued: null,
    jurisdiction: '140500',
    inForce: { from: '2024-01-01', until: '2024-12-31' },
    supersedes: ['older'],
    readings: [
      {
        id: 'bounds',
        question: { zh: '含35吗？', en: 'Is 35 included?' },
        options: [
          { id: 'yes', label: { zh: '含', en: 'yes' } },
          { id: 'no', label: { zh: '不含', en: 'no' } },
        ],
        chosen: 'yes',
        why: { zh: '法律用语', en: 'as in statutes' },
      },
    ],
    sourceSets: [
      {
        id: 'sources',
        article: '1',
        phrase: '30万千瓦及以上…30公里范围内',
        radiusM: 30_000,
        eligible: { all: [{ word: 'kind', in: ['chp'] }, { number: 'unitMW', op: 'gte', limit: 300 }] },
      },
    ],
    sourceRequirements: [
      {
        id: 'Q1',
        article: '2',
        phrase: 'B级及以上',
        inForce: { from: null, until: null },
        standing: false,
        appliesTo: { word: 'kind', in: ['industrial'] },
        require: { all: [{ word: 'performanceGrade', in: ['A', 'leading', 'B'] }, { flag: 'listedForExit', is: false }] },
      },
    ],
    lists: [{ id: 'named', article: '3', entries: [{ enterprise: '甲公司', alsoKnownAs: ['甲'], count: 2, capacityTph: 35 }] }],
    rules: [
      {
        id: 'R1',
        title: { zh: '关停', en: 'Close' },
        article: '4',
        phrase: '2024年9月底35蒸吨',
        topic: 'boilers',
        inForce: { from: null, until: null },
        standing: false,
        subject: {
          all: [
            { word: 'kind', in: ['boiler'] },
            { not: { onList: 'named' } },
            {
              reading: 'bounds',
              options: {
                yes: { number: 'capacityTph', op: 'lte', limit: 35 },
                no: { number: 'capacityTph', op: 'lt', limit: 35 },
              },
            },
          ],
        },
        when: {
          any: [
            { withinReach: 'sources' },
            { withinReach: 'sources', byOthers: true },
            { inZone: ['noBurn'], class: 2, minus: ['development'] },
            { inDivision: ['140525'] },
            { inPark: ['甲园区'] },
            { always: true },
            { undecided: 'bounds' },
          ],
        },
        unless: [{ clause: { zh: '自有', en: 'own' }, article: '5', condition: { ownUnit: 'sources' } }],
        duty: 'close',
        holds: [],
        deadline: { origin: 'stated', day: '2024-09-30' },
        departments: { lead: ['甲局'], share: [] },
      },
    ],
    siting: [
      {
        id: 'S1',
        title: { zh: '不再新建', en: 'No new foundry' },
        article: '5',
        phrase: '不再新布局铸造项目',
        topic: 'new-foundry',
        inForce: { from: null, until: null },
        standing: false,
        subject: { word: 'industry', in: ['foundry'] },
        when: { inZone: ['planning'], minus: ['development'] },
        unless: [{ clause: { zh: '高端铸件', en: 'high-end castings' }, article: '5', condition: { word: 'industry', in: ['highEndCasting'] } }],
        strength: 'forbidden',
        departments: { lead: [], share: ['丙局'] },
      },
    ],
    areaDuties: [
      {
        id: 'A1',
        article: '6',
        title: { zh: '全覆盖', en: 'Full cover' },
        phrase: '2025年底',
        deadline: { origin: 'inherited', day: '2025-12-31', from: '7' },
        departments: { lead: [], share: ['乙局'] },
      },
    ],
    targets: [
      {
        id: 'T1',
        article: '8',
        phrase: '35微克/立方米以下',
        divisionCode: '140500',
        place: null,
        pollutant: 'pm25',
        op: 'lte',
        limit: 35,
        unit: 'ug/m3',
        period: { from: '2024-01-01', until: '2024-12-31' },
        strength: 'steady',
      },
    ],
    controlTotals: [
      { id: 'C1', article: '9', phrase: '10台350蒸吨', divisionCode: '140500', where: { word: 'fuel', in: ['coal'] }, count: 10, capacityTph: 350 },
    ],
    coverage: [
      { article: '4', heading: { zh: '锅炉', en: 'Boilers' }, by: ['sources', 'Q1'], why: null },
      { article: '9', heading: { zh: '保障', en: 'Support' }, by: [], why: { zh: '不涉及设施和地点', en: 'not about facilities or places' } },
    ],
  };
}
