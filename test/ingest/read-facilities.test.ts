import { describe, expect, it } from 'vitest';
import type { Facility } from '../../src/domain/facility.ts';
import { readFacilities } from '../../src/ingest/read-facilities.ts';
import type { SourceFile } from '../../src/ingest/source-file.ts';
import { csv, divisions, geoJson, textFile } from './files.ts';

const read = (file: SourceFile) => readFacilities(file, { divisions });

function only(file: SourceFile): Facility {
  const { accepted, quarantine, ignored } = read(file);
  const [facility] = accepted;
  if (facility === undefined) throw new Error(`expected an accepted row, got ${JSON.stringify({ quarantine, ignored })}`);
  return facility;
}

/** One row in English headers. */
const one = (header: string, row: string) => only(csv(header, row));
const codesOf = (facility: Facility) => facility.issues.map(({ code }) => code);
const rejected = (header: string, row: string) =>
  read(csv(header, row)).quarantine.map(({ row: number, column, value, code }) => ({ row: number, column, value, code }));

describe('a whole row', () => {
  it('reads every field under its usual header', () => {
    const header =
      '设施编号,设施名称,单位名称,统一社会信用代码,设施类型,燃料类型,容量（t/h）,台数,用途,"所在县(市、区)",行政区划代码,所在园区,经度,纬度,定位精度(米),运行状态,' +
      '清洁取暖,是否超低排放,是否安装在线监控,生物质专用锅炉,布袋除尘,落后机组,固定床间歇式,绩效等级,排气筒高度(米),炉膛直径(米),数据性质,备注';
    const row = 'G1,1号炉,某厂,91140500MA0GABCD1J,锅炉,煤,35,2,生产兼供暖,泽州县,140525,巴公工业园区,112.85,35.49,20,在用,是,否,有,无,√,×,no,B-,45,1.5,合成,x';
    const facility = only(csv(header, row));
    expect(facility).toMatchObject({
      id: 'G1', name: '1号炉', enterprise: '某厂', creditCode: '91140500MA0GABCD1J', kind: 'boiler', fuel: 'coal', capacityTph: 35, count: 2,
      use: 'mixed', divisionCode: '140525', park: '巴公工业园区', lngLat: [112.85, 35.49], locationAccuracyM: 20, status: 'inUse',
      cleanHeating: true, ultraLowEmission: false, monitored: true, dedicatedBiomass: false, bagFilter: true, outdated: false,
      fixedBedIntermittent: false, performanceGrade: 'BMinus', stackM: 45, hearthM: 1.5, synthetic: true, unitMW: null,
      source: { file: 'ledger.csv', row: 1 }, issues: [],
    });
    expect(Object.keys(facility.original)).toHaveLength(28);
    expect(facility.original['容量（t/h）']).toBe('35');
  });

  it('leaves unknown what is blank, in so many words or none', () => {
    const header = 'id,kind,fuel,capacityTph,use,status,lon,lat,monitored,creditCode,locationAccuracyM,name';
    for (const blank of ['', '-', '—', '/', '未知', '不详', 'N/A', '　']) {
      const facility = one(header, ['1', ...Array<string>(10).fill(blank), 'n'].join(','));
      expect(facility).toMatchObject({ kind: null, fuel: null, capacityTph: null, use: null, status: null, lngLat: null, monitored: null, creditCode: null, locationAccuracyM: null });
      expect(codesOf(facility)).toEqual(['no-location']);
    }
  });

  it('keeps the exact text of every cell by its exact header', () => {
    const { original } = one('id, Name ,__proto__,constructor', ' 7 , a ,b,c');
    expect(Object.entries(original)).toEqual([['id', ' 7 '], [' Name ', ' a '], ['__proto__', 'b'], ['constructor', 'c']]);
  });

  it('names a row without an id by its number, and a nameless facility by its firm', () => {
    const { accepted } = read(csv('id,enterprise,name', ',A,x', ',B,'));
    expect(accepted.map(({ id, name }) => [id, name])).toEqual([['#1', 'x'], ['#2', 'B']]);
  });
});

describe('capacity', () => {
  it.each([
    ['容量（t/h）', '35', 35], ['容量（t/h）', '35t/h', 35], ['锅炉吨位(蒸吨/小时)', '３５蒸吨', 35], ['额定热功率(MW)', '24.5', 35], ['额定热功率', '24.5', 35],
    ['容量(万千瓦)', '2.45', 35], ['容量(kg/h)', '2000', 2], ['容量', '24.5MW', 35], ['吨位', '"1,000"', 1000], ['capacityTph', '4.1', 4.1],
  ])('%s of %s', (header, cell, tph) => {
    expect(one(`name,${header}`, `n,${cell}`).capacityTph).toBe(tph);
  });

  it.each([
    ['abc', 'capacity-unreadable'], ['20+35', 'capacity-unreadable'], ['2×35', 'capacity-unreadable'], ['2台共70蒸吨', 'capacity-unreadable'], ['0台35蒸吨', 'capacity-unreadable'], ['2台7MW', 'unit-conflict'], ['-4', 'capacity-negative'], ['7MW', 'unit-conflict'],
  ])('a row with %s is set aside', (cell, code) => {
    expect(rejected('name,吨位', `n,${cell}`)).toEqual([{ row: 1, column: '吨位', value: cell, code }]);
  });

  it('takes 0 for not filled in', () => {
    const facility = one('name,吨位', 'n,0');
    expect([facility.capacityTph, codesOf(facility)]).toEqual([null, ['capacity-zero', 'no-location']]);
  });

  it('notices kilograms under a header of tons', () => {
    expect(codesOf(one('name,吨位', 'n,10000'))).toContain('capacity-unlikely');
  });

  it('takes t/h before MW, and MW where t/h is blank', () => {
    const { accepted } = read(csv('name,额定热功率(MW),吨位(t/h)', 'a,58,80', 'b,7,', 'c,,10'));
    expect(accepted.map(({ capacityTph }) => capacityTph)).toEqual([80, 10, 10]);
  });

  it('sets a row aside whose two columns of one unit disagree', () => {
    expect(rejected('name,吨位,蒸吨', 'n,35,20')).toEqual([{ row: 1, column: '吨位', value: '35', code: 'columns-disagree' }]);
    expect(one('name,吨位,蒸吨', 'n,35,35.0').capacityTph).toBe(35);
  });

  it('reads the MW of a generating unit as electric, but not its heat', () => {
    const { accepted } = read(csv('name,kind,容量(MW)', 'a,发电机组,300', 'b,锅炉,7'));
    expect(accepted.map(({ capacityTph, unitMW }) => [capacityTph, unitMW])).toEqual([[null, 300], [10, null]]);
    expect(one('name,kind,额定热功率(MW)', 'a,小热电机组,7')).toMatchObject({ capacityTph: 10, unitMW: null });
    expect(one('name,kind,单机容量(万千瓦)', 'a,powerUnit,30').unitMW).toBe(300);
  });

  it.each(['2台35蒸吨', '2×35t/h', '35t/h×2台', '35蒸吨2台', '2台35', '2*35t/h', '35T/H×2', '35蒸吨（2台）', '２台×３５蒸吨/小时'])('%s is two units of 35', (cell) => {
    const facility = one('name,吨位(t/h)', `n,${cell}`);
    expect([facility.count, facility.capacityTph, facility.original['吨位(t/h)']]).toEqual([2, 35, cell]);
    const { code, column, params } = facility.issues[0] ?? {};
    expect([code, column, params?.['value'], params?.['count']]).toEqual(['group-row-read', '吨位(t/h)', cell, 2]);
  });

  it('sets a group aside that its own column of counts contradicts', () => {
    expect(rejected('name,吨位,台数', 'n,2台35蒸吨,3')).toEqual([{ row: 1, column: '吨位', value: '2台35蒸吨', code: 'columns-disagree' }]);
    expect(one('name,吨位,台数', 'n,2台35蒸吨,2台')).toMatchObject({ count: 2, capacityTph: 35, issues: [{ code: 'group-row-read', params: { size: '35蒸吨' } }, {}] });
    expect(one('name,kind,容量(MW)', 'n,发电机组,2×300MW')).toMatchObject({ count: 2, capacityTph: null, unitMW: 300 });
  });

  it.each(['0', '1.5', '-1', 'two'])('a count of %s sets the row aside', (cell) => {
    expect(rejected('name,台数', `n,${cell}`)).toHaveLength(1);
  });
});

describe('position', () => {
  it.each([
    ['lon,lat', '112.85,35.49'], ['经度,纬度', '112.85,35.49'], ['坐标', '"112.85,35.49"'], ['经纬度', '112.85，35.49'], ['X,Y', '112.85,35.49'],
    ['lat,lon', '35.49,112.85'], ['lon,lat,坐标', ',,"112.85,35.49"'], ['lon,lat', '112°51′0″E,35°29′24″N'],
    ['坐标', '112度51分0秒 35度29分24秒'], ['经度,纬度,X,Y', ',,112.85,35.49'],
  ])('reads %s', (header, cells) => {
    expect(one(`name,${header}`, `n,${cells}`).lngLat).toEqual([112.85, 35.49]);
  });

  it.each([
    ['lon,lat', '112.85,95', 'lat', '95', 'coordinate-out-of-range'],
    ['lon,lat', '181,35', 'lon', '181', 'coordinate-out-of-range'],
    ['lon,lat', '112.85,', 'lon', '112.85', 'coordinate-incomplete'],
    ['lon,lat', ',35.49', 'lat', '35.49', 'coordinate-incomplete'],
    ['lon,lat', '112.85,abc', 'lat', 'abc', 'coordinate-unreadable'],
    ['lon,lat', '112°51′0″,35°61′', 'lat', '35°61′', 'coordinate-dms-range'],
    ['lon,lat', '112.5°51′,35°29′', 'lon', '112.5°51′', 'coordinate-dms'],
    ['lon,lat', '35°29′24″N,112°51′0″E', 'lon', '35°29′24″N', 'coordinates-swapped'],
    ['经度,纬度,X,Y', '112.85,,37612345,3929000', '经度', '112.85', 'coordinate-incomplete'],
    ['坐标', '112.85', '坐标', '112.85', 'coordinate-unreadable'],
    ['坐标', '112°51′', '坐标', '112°51′', 'coordinate-unreadable'],
    ['经度,lon,lat', '112.85,112.86,35.49', '经度', '112.85', 'columns-disagree'],
    ['lon,lat,定位精度', '112.85,35.49,约百米', '定位精度', '约百米', 'number-unreadable'],
    ['lon,lat,定位精度', '112.85,35.49,-5', '定位精度', '-5', 'number-negative'],
  ])('%s of %s is set aside', (header, cells, column, value, code) => {
    expect(rejected(`name,${header}`, `n,${cells}`)).toEqual([{ row: 1, column, value, code }]);
  });

  it('accepts the limits of the globe', () => {
    expect(one('name,lon,lat', 'n,-180,90')).toMatchObject({ lngLat: [-180, 90], issues: [{ code: 'coordinate-outside-china' }] });
  });

  it('takes 0, 0 for not filled in', () => {
    expect(one('name,lon,lat', 'n,0,0')).toMatchObject({ lngLat: null, issues: [{ code: 'coordinate-zero' }] });
  });

  it('reads accuracy in the unit of its header', () => {
    expect(one('name,定位精度(公里)', 'n,0.5').locationAccuracyM).toBe(500);
    expect(one('name,定位精度(米)', 'n,50米').locationAccuracyM).toBe(50);
  });

  it('converts a file whose header names another datum, keeps the values, and says so', () => {
    const { accepted, messages, input } = read(csv('name,经度(GCJ-02),纬度(GCJ-02),精度', 'n,112.85,35.49,0.5'));
    const [lng = 0, lat = 0] = accepted[0]?.lngLat ?? [];
    expect([lng.toFixed(4), lat.toFixed(4), accepted[0]?.original['经度(GCJ-02)'], accepted[0]?.locationAccuracyM]).toEqual(['112.8439', '35.4904', '112.85', 1]);
    expect([input.crs, messages.map(({ code }) => code)]).toEqual(['gcj02', ['columns-missing', 'crs-stated']]);
  });

  it.each(['经度(北京54)', 'X坐标(西安80)'])('refuses %s with the reason', (header) => {
    const { usable, messages } = read(csv(`name,${header},纬度`, 'n,112.85,35.49'));
    expect([usable, messages.map(({ level, code }) => [level, code])]).toEqual([false, [['error', 'crs-refused']]]);
  });

  it('reads a file with its axes swapped the other way round, and sets a lone swapped row aside', () => {
    const swapped = read(csv('name,lon,lat', 'a,35.49,112.85', 'b,35.5,112.9'));
    expect([swapped.accepted.map(({ lngLat }) => lngLat), swapped.messages.map(({ code }) => code)]).toEqual([[[112.85, 35.49], [112.9, 35.5]], expect.arrayContaining(['axes-swapped'])]);
    const rows = ['a,112.85,35.49', 'b,112.85,35.5', 'c,35.5,112.9'];
    expect(read(csv('name,lon,lat', ...rows)).quarantine).toMatchObject([{ row: 3, column: 'lat', value: '112.9', code: 'coordinates-swapped' }]);
  });

  it('asks which grid metres are of', () => {
    const { usable, question, messages } = read(csv('name,X,Y', 'n,37612345,3929000'));
    expect([usable, question?.kind, messages.map(({ code }) => code)]).toEqual([false, 'crs', ['crs-question']]);
    expect(question?.kind === 'crs' ? question.candidates.map(({ crs }) => crs) : []).toEqual(['EPSG:4525']);
    const answered = readFacilities(csv('name,X,Y', 'n,37612345,3929000', 'm,112.85,35.49'), { divisions, crs: 'EPSG:4525' });
    expect(answered.accepted[0]?.lngLat?.map((degrees) => degrees.toFixed(5))).toEqual(['112.23797', '35.48405']);
    expect(answered.quarantine.map(({ row, code }) => [row, code])).toEqual([[2, 'coordinate-not-of-grid']]);
  });
});

describe('words', () => {
  it.each([['kind', '炉子'], ['fuel', '煤/核能'], ['use', '取水'], ['status', '待淘汰'], ['monitored', '部分'], ['performanceGrade', 'E']] as const)(
    'an unreadable %s is unknown and noticed',
    (field, cell) => {
      const facility = one(`name,${field}`, `n,${cell}`);
      expect(facility[field]).toBeNull();
      expect(facility.issues).toContainEqual({ code: 'word-unreadable', column: field, params: { column: field, value: cell } });
    },
  );

  it('does not choose between two columns that contradict each other', () => {
    const facility = one('name,燃料,燃料类型', 'n,煤,天然气');
    expect([facility.fuel, facility.issues[0]?.code]).toEqual([null, 'columns-disagree']);
    expect(one('name,燃料,燃料类型', 'n,烟煤,煤').fuel).toBe('coal');
  });

  it.each(['煤+天然气', '煤/气', '煤、生物质', '煤或天然气'])('%s is a fuel for someone to decide', (cell) => {
    const facility = one('name,fuel', `n,${cell}`);
    expect([facility.fuel, facility.issues[0]]).toEqual([null, { code: 'fuel-mixed', column: 'fuel', params: { column: 'fuel', value: cell, fuels: cell.split(/[+/、或]/u).join(', ') } }]);
    expect(one('name,fuel', 'n,烟煤、兰炭')).toMatchObject({ fuel: 'coal', issues: [{ code: 'no-location' }] });
  });

  it.each([
    ['燃煤锅炉', 'boiler', 'coal', '燃煤'], ['燃气热水锅炉', 'boiler', 'gas', '燃气'], ['燃油锅炉', 'boiler', 'oil', '燃油'], ['生物质锅炉', 'boiler', 'biomass', '生物质'], ['电锅炉', 'boiler', 'electricity', '电'],
    ['燃煤热风炉', 'hotAirStove', 'coal', '燃煤'], ['燃天然气锅炉', 'boiler', 'gas', '燃天然气'],
  ])('%s names the fuel that is not given', (cell, kind, fuel, word) => {
    expect(one('name,kind,fuel', `n,${cell},`)).toMatchObject({ kind, fuel, issues: [{ code: 'fuel-from-kind', column: 'kind', params: { value: cell, fuel: word } }, {}] });
    expect(one('name,kind,fuel', `n,${cell},其他`)).toMatchObject({ kind, fuel: 'other', issues: [{ code: 'no-location' }] });
    expect(one('name,kind,fuel', `n,${cell},不认识`).fuel).toBeNull();
  });

  it.each(['煤气发生炉', '电站锅炉', '燃油(气)锅炉', '燃煤燃气锅炉', '热水锅炉', '气化炉'])('%s names no one fuel', (cell) => {
    expect(one('name,kind', `n,${cell}`)).toMatchObject({ fuel: null, issues: [{ code: 'no-location' }] });
  });

  it('reads what a kind says of its build, where no column says it', () => {
    const gas = '固定床间歇式煤气发生炉';
    expect(one('name,kind', `n,${gas}`)).toMatchObject({ kind: 'gasProducer', fixedBedIntermittent: true, outdated: null });
    expect(one('name,kind,固定床间歇式', `n,${gas},`).fixedBedIntermittent).toBe(true);
    expect(one('name,kind,固定床间歇式', `n,${gas},否`).fixedBedIntermittent).toBe(false);
    expect(one('name,kind', 'n,固定床煤气发生炉').fixedBedIntermittent).toBeNull();
    expect(one('name,kind', 'n,落后小热电')).toMatchObject({ kind: 'smallChpUnit', outdated: true, fixedBedIntermittent: null });
  });

  it('does not trust a credit code that a spreadsheet has rounded', () => {
    const facility = one('name,creditCode', 'n,9.11405E+17');
    expect([facility.creditCode, facility.issues[0]?.code]).toEqual([null, 'credit-code-damaged']);
  });
});

describe('kind without a column', () => {
  it.each(['锅炉名称', '蒸吨', '容量(t/h)', 'capacityTph'])('is boiler where a header says %s', (header) => {
    const { accepted, messages } = read(csv(`id,name,${header}`, '1,n,35'));
    expect(accepted[0]?.kind).toBe('boiler');
    expect(messages.find(({ code }) => code === 'kind-assumed-boiler')?.params).toEqual({ file: 'ledger.csv', column: header });
  });

  it('is unknown otherwise, and where the column is blank', () => {
    expect(one('name,fuel', 'n,煤').kind).toBeNull();
    expect(one('name,kind,蒸吨', 'n,,35').kind).toBeNull();
    expect(read(csv('name,fuel', 'n,煤')).messages.find(({ code }) => code === 'columns-missing')?.params['fields']).toContain('kind');
  });
});

describe('rows that are no facility', () => {
  it('are ignored with the reason, and counted', () => {
    const { accepted, ignored, input } = read(csv('序号,设施名称,吨位,备注', '1,a,35,', '', ',,,', '2,,,', '合计,,35,', ',小计,35,', '序号,设施名称,吨位,备注', ',,,填表人 某某'));
    expect(accepted.map(({ name }) => name)).toEqual(['a']);
    expect(ignored.map(({ row, code }) => [row, code])).toEqual([
      [2, 'row-blank'], [3, 'row-blank'], [4, 'row-without-content'], [5, 'row-of-totals'], [6, 'row-of-totals'], [7, 'row-repeats-header'], [8, 'row-without-content'],
    ]);
    expect(input).toMatchObject({ rows: 8, accepted: 1, quarantined: 0, ignored: 7 });
  });
});

describe('the file as a whole', () => {
  it('accepts good rows beside bad ones and keeps the bad ones whole', () => {
    const { accepted, quarantine, input, usable } = read(csv('id,name,蒸吨,lon,lat', '1,a,35,112.8,35.5', '2,b,abc,112.8,35.5', '3,c,20,112.8,95', '4,"d,20,112.8,35.5', '5,e'));
    expect(usable).toBe(true);
    expect(accepted.map(({ id, source }) => [id, source.row])).toEqual([['1', 1]]);
    expect(quarantine.map(({ row, column, value, code }) => [row, column, value, code])).toEqual([
      [2, '蒸吨', 'abc', 'capacity-unreadable'], [3, 'lat', '95', 'coordinate-out-of-range'], [4, undefined, undefined, 'quote-unbalanced'], [5, undefined, undefined, 'cells-too-few'],
    ]);
    expect(quarantine[0]?.original).toEqual({ id: '2', name: 'b', 蒸吨: 'abc', lon: '112.8', lat: '35.5' });
    expect(input).toMatchObject({ name: 'ledger.csv', kind: 'facilities', encoding: 'utf-8', crs: 'wgs84', rows: 5, accepted: 1, quarantined: 4, ignored: 0 });
  });

  it('notices one id on several rows', () => {
    const { accepted } = read(csv('id,name', '7,a', '8,b', '7,c'));
    expect(accepted.map((facility) => codesOf(facility).includes('duplicate-id'))).toEqual([true, false, true]);
    expect(accepted[2]?.issues.at(-1)?.params).toEqual({ value: '7', rows: '1, 3' });
  });

  it.each([
    ['', 'file-empty'], ['\n\n', 'file-empty'], ['a,b\n1,2\n', 'table-without-known-column'], ['{"type":"Topology"}', 'geojson-expected'], ['{"a":', 'json-invalid'],
    ['"id,name\n1,2\n', 'table-without-header'],
  ])('%j can’t be used', (text, code) => {
    const { usable, messages, input } = read(textFile(text));
    expect([usable, input.rows, messages.map((found) => [found.level, found.code])]).toEqual([false, 0, [['error', code]]]);
  });

  it('says when there are no rows, or no good ones', () => {
    expect(read(csv('id,name,fuel')).messages.map(({ code }) => code)).toContain('file-without-rows');
    expect(read(csv('name,吨位', 'a,x')).messages.map(({ code }) => code)).toContain('no-row-accepted');
  });

  it('names unknown columns and brings them back', () => {
    const { accepted, messages } = read(csv('name,除尘方式', 'a,水膜'));
    expect(messages.find(({ code }) => code === 'columns-unknown')?.params).toEqual({ file: 'ledger.csv', headers: '除尘方式' });
    expect(accepted[0]?.original['除尘方式']).toBe('水膜');
  });

  it('reads GeoJSON points by the same rules', () => {
    const { accepted, quarantine } = read(
      geoJson([
        { id: 'p1', properties: { name: 'a', 吨位: 35, monitored: true }, geometry: { type: 'Point', coordinates: [112.85, 35.49, 800] } },
        { properties: { name: 'b', 吨位: 'abc' }, geometry: { type: 'Point', coordinates: [112.85, 35.49] } },
        { properties: { name: 'c' }, geometry: null },
        { properties: { name: 'd' }, geometry: { type: 'LineString', coordinates: [[112, 35], [113, 35]] } },
        { properties: { name: 'e' }, geometry: { type: 'Point', coordinates: ['east', 35] } },
      ]),
    );
    expect(accepted.map(({ id, name, capacityTph, monitored, lngLat }) => [id, name, capacityTph, monitored, lngLat])).toEqual([
      ['p1', 'a', 35, true, [112.85, 35.49]], ['#3', 'c', null, null, null],
    ]);
    expect(quarantine.map(({ row, code }) => [row, code])).toEqual([[2, 'capacity-unreadable'], [4, 'geometry-not-a-point'], [5, 'coordinate-unreadable']]);
    expect(read(geoJson([{}])).messages.map(({ code }) => code)).toEqual(['geojson-points-expected']);
  });

  it('keeps of each feature its own properties and nothing else', () => {
    const at = { type: 'Point', coordinates: [112.85, 35.49] };
    const { accepted, quarantine, messages } = read(
      geoJson([{ id: 'p1', properties: { name: 'a' }, geometry: at }, { properties: { 名称: 'b', 编号: '', 序号: 7, lon: 1 }, geometry: at }, { properties: { name: 'c', 吨位: 'x' }, geometry: at }]),
    );
    expect(accepted.map(({ id, name, lngLat, original }) => [id, name, lngLat, original])).toEqual([
      ['p1', 'a', [112.85, 35.49], { name: 'a' }], ['7', 'b', [112.85, 35.49], { 名称: 'b', 编号: '', 序号: '7', lon: '1' }],
    ]);
    // Its point stands beside its cells, so that the row can be put right and read again.
    expect(quarantine[0]?.original).toEqual({ name: 'c', 吨位: 'x', lon: '112.85', lat: '35.49' });
    expect(messages.filter(({ params }) => params['unused'] === 'lon')).toMatchObject([{ code: 'column-passed-over', params: { used: 'geometry' } }]);
  });

  it('keeps what a point was before it was converted', () => {
    const file = geoJson([{ properties: { name: 'a' }, geometry: { type: 'Point', coordinates: [112.85, 35.49] } }]);
    expect(readFacilities(file, { divisions, crs: 'gcj02' }).accepted[0]).toMatchObject({ lngLat: [expect.closeTo(112.8439, 4), expect.closeTo(35.4904, 4)], original: { geometry: '112.85,35.49', name: 'a' } });
    expect(readFacilities(file, { divisions, crs: 'wgs84' }).accepted[0]?.original).toEqual({ name: 'a' });
  });

  it('reads points without a single known property', () => {
    const { accepted, usable } = read(geoJson([{ properties: {}, geometry: { type: 'Point', coordinates: [112.85, 35.49] } }, { properties: { x1: 'a' }, geometry: null }]));
    expect([usable, accepted.map(({ id, lngLat }) => [id, lngLat])]).toEqual([true, [['#1', [112.85, 35.49]]]]);
  });

  it('passes over a title, and names only columns of the trade where it knows none', () => {
    const { accepted, messages, input } = read(textFile('晋城市锅炉台账\n设施名称,吨位\na,35\n'));
    expect([accepted[0]?.capacityTph, accepted[0]?.source.row, input.rows]).toEqual([35, 1, 1]);
    expect(messages).toContainEqual({ level: 'info', file: 'ledger.csv', code: 'title-skipped', params: { file: 'ledger.csv', title: '晋城市锅炉台账' } });
    expect(read(csv('a,b', '1,2')).messages[0]?.params['expected']).not.toContain('geometry');
  });

  it('brings back a line break within a cell as it was', () => {
    expect(only(textFile('name,备注\r\na,"x\r\ny\rz"\r\n')).original['备注']).toBe('x\r\ny\rz');
  });

  it('fills a blank id from the running number', () => {
    expect(read(csv('序号,编号,name', '1,B7,a', '2,,b')).accepted.map(({ id }) => id)).toEqual(['B7', '2']);
  });
});
