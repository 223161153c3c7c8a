import { fileProblemsEn } from './file-problems-en.ts';
import { ingestProblemsEn } from './ingest-problems-en.ts';
import type { Sentences } from './problem-params.ts';

const cell = (p: { readonly column: string; readonly value: string }) => `“${p.value}” in column “${p.column}”`;
const feature = (p: { readonly file: string; readonly feature: number; readonly zone: string }) =>
  `${p.file}, feature ${p.feature}${p.zone === '' ? '' : ` “${p.zone}”`}`;
const ring = (p: Parameters<typeof feature>[0] & { readonly ring: number }) => `${feature(p)}: ring ${p.ring}`;
const line = (p: Parameters<typeof feature>[0] & { readonly line: number }) => `${feature(p)}: line ${p.line}`;
const NOT_USED = 'the area is not used';
const NOT_USED_SITE = 'the feature is not used';

export const problemsEn: Sentences = {
  ...fileProblemsEn,
  ...ingestProblemsEn,

  'file-empty': (p) => `${p.file} is empty; check that the export succeeded.`,
  'file-too-large': (p) => `${p.file} has ${p.megabytes} MB, above the limit of ${p.limit} MB; split it into several files.`,
  'file-is-workbook': (p) => `${p.file} looks like an Excel workbook or an archive and can't be read as text; open it again, or save it as “CSV UTF-8”.`,
  'file-not-text': (p) => `${p.file} is not a text file; give CSV, XLSX, GeoJSON, KML/KMZ or a zipped Shapefile.`,
  'table-without-header': (p) => `${p.file} has no header row; the first row must name the columns.`,
  'table-without-known-column': (p) =>
    `${p.file}: no column of the header (${p.headers}) is known; give at least one of: ${p.expected}.`,
  'json-invalid': (p) => `${p.file} is not valid JSON (a bracket, quote or comma is wrong, or the file is cut off); export it again.`,
  'geojson-expected': (p) =>
    `${p.file} must be GeoJSON (a FeatureCollection, Feature or polygon), KML/KMZ or a zipped Shapefile, but is “${p.found}”; export it again.`,
  'geojson-points-expected': (p) => `${p.file} has no point features; give points, or a CSV or XLSX table.`,
  'crs-unsupported': (p) =>
    `${p.file} uses the coordinate system “${p.crs}”; which is not known. Name it with --crs, or convert to WGS84 or CGCS2000 degrees first.`,

  'file-without-rows': (p) => `${p.file} has a header but no rows.`,
  'file-without-features': (p) => `${p.file} has no features; check that the export succeeded.`,
  'no-row-accepted': (p) => `${p.file}: none of the ${p.rows} rows can be used; see the reason of each in the quarantine list.`,
  'title-skipped': (p) => `${p.file}: the title “${p.title}” above the header was passed over and is not counted as a row; if it is data, move it below the header.`,
  'value-too-deep': (p) => `${p.file}, feature ${p.feature}: “${p.column}” is nested too deeply and cut with “…”; no verdict uses it. Write a plain value if it matters.`,
  'header-repeated': (p) => `${p.file}: two columns are named “${p.header}”; the later one is exported as “${p.renamed}”. Rename or delete one.`,
  'header-blank': (p) => `${p.file}: column ${p.position} has no name and is exported as “${p.renamed}”; name it if it matters.`,
  'columns-unknown': (p) => `${p.file}: unknown columns are kept and come back in the exports: ${p.headers}. Use the standard names for whatever a verdict needs.`,
  'columns-missing': (p) => `${p.file} lacks these columns, so their facts are unknown: ${p.fields}. Adding them makes verdicts surer.`,
  'column-passed-over': (p) => `${p.file}: “${p.used}” and “${p.unused}” mean the same; each row is read in “${p.used}”, or in “${p.unused}” where that is blank. Delete or rename the first if the other is right.`,
  'unit-unknown': (p) =>
    `${p.file}: the unit “${p.unit}” of column “${p.column}” is unknown, so the column is not used; convert it to one of ${p.known} and say so in the header.`,
  'unit-assumed': (p) => `${p.file}: column “${p.column}” names no unit and is read as ${p.unit}; write the unit into the header if that is wrong.`,
  'kind-assumed-boiler': (p) =>
    `${p.file} has no column for the kind of facility; because of column “${p.column}” all are taken as boilers. Add a column “kind” if there are others.`,
  'third-coordinate-dropped': (p) => `${p.file}: the height of ${p.count} positions was dropped; no verdict depends on it.`,
  'source-word-unreadable': (p) => `${p.file}, row ${p.row}: ${cell(p)} is not understood and counts as unknown; use a standard word or leave it blank.`,
  'accuracy-assumed-exact': (p) => `${feature(p)} states no accuracy and is taken as exact; write the error in metres as accuracyM.`,
  'zone-class-missing': (p) => `${feature(p)} is a no-burn zone without a class, so rules by class end in review; add class (1, 2 or 3).`,
  'zone-class-unreadable': (p) => `${feature(p)}: the class “${p.value}” is not understood and counts as unknown; write 1, 2 or 3.`,
  'zone-value-unreadable': (p) => `${feature(p)}: ${cell(p)} is not understood and left out; correct it.`,

  'cells-too-many': (p) => `The row has ${p.found} cells for ${p.expected} columns and can't be aligned; look for a comma without quotes.`,
  'cells-too-few': (p) => `The row has only ${p.found} cells for ${p.expected} columns and can't be aligned; add the blank cells or look for a line break.`,
  'quote-unbalanced': () => `The row's double quotes don't pair, so its cells can't be told apart; close or remove the stray quote.`,
  'capacity-unreadable': (p) => `${cell(p)} is not a capacity; write t/h per unit (such as 35), put several units into a count column, leave it blank if unknown.`,
  'capacity-negative': (p) => `${cell(p)} is negative, which no capacity is; correct it or leave it blank.`,
  'number-unreadable': (p) => `${cell(p)} is not a number; correct it or leave it blank.`,
  'number-negative': (p) => `${cell(p)} is negative; write a number of at least 0 or leave it blank.`,
  'count-invalid': (p) => `${cell(p)} is not a number of units; write a whole number of at least 1 or leave it blank (1).`,
  'unit-conflict': (p) => `${cell(p)} has another unit than its column (${p.unit}); convert it.`,
  'columns-disagree': (p) => `${cell(p)} contradicts “${p.otherValue}” in column “${p.other}”; keep the right one only.`,
  'coordinate-unreadable': (p) => `${cell(p)} is not a longitude or latitude; write decimal degrees (such as 112.8452) or leave it blank.`,
  'coordinate-dms': (p) => `${cell(p)} looks like degrees, minutes and seconds but can't be read; write it like 112°51′0″E, or as decimal degrees (such as 112.8452).`,
  'coordinate-dms-range': (p) => `${cell(p)} has minutes or seconds of 60 or more; check and correct it.`,
  'coordinate-projected': (p) => `${cell(p)} looks like a coordinate in metres, unlike the degrees of the other rows; check it.`,
  'coordinate-out-of-range': (p) => `${cell(p)} is beyond ±${p.limit} degrees; correct it.`,
  'coordinates-swapped': (p) => `${cell(p)}: longitude and latitude look swapped; check and exchange them.`,
  'geometry-not-a-point': (p) => `The feature is a “${p.found}” and no point; give a point or leave the geometry out.`,
  'coordinate-incomplete': (p) => `There is only ${cell(p)}, but no ${p.missing}; give both coordinates or neither.`,
  'point-missing': () => 'There is no position, so no distance can be measured; add longitude and latitude.',
  'name-missing': () => 'There is neither a name nor an id; add one of them.',
  'code-missing': () => 'There is no code; add it.',
  'code-invalid': (p) => `${cell(p)} is not a six-digit division code; correct it (such as 140525).`,
  'accuracy-missing': () => 'There is no location accuracy; the point only stands for the place, so state its error in metres.',
  'reading-day-missing': () => 'No day of measurement; add the day (such as 2024-10-01) or the month (such as 2024-10).',
  'reading-day-unreadable': (p) => `${cell(p)} is not a day; write 2024-10-01, or 2024-10 for a monthly mean.`,
  'readings-disagree': (p) => `${p.file}: station ${p.station} has two different rows for ${p.day} (rows ${p.row} and ${p.otherRow}); both are kept and averaged. Check which is right.`,
  'station-level-unreadable': (p) => `${cell(p)} is not a station level; write national, provincial, municipal, township or enterprise.`,
  'division-level-unreadable': (p) => `${cell(p)} is not a level of division; write province, prefecture or county.`,

  'row-blank': () => 'Blank row, passed over.',
  'row-without-content': () => 'Nothing usable but an id, passed over; if it is a facility, add at least its name.',
  'row-of-totals': (p) => `The row “${p.value}” is a total and no facility; passed over.`,
  'row-repeats-header': () => 'The row repeats the header; passed over.',

  'no-location': () => 'No position: judged by its attributes and county; rules that depend on the place stay undecided. Add longitude and latitude.',
  'coordinate-zero': () => 'Longitude and latitude are both 0, taken as not filled in; add the real position.',
  'coordinate-outside-china': () => 'The position is not in China; check longitude and latitude.',
  'capacity-zero': (p) => `${cell(p)} is 0, taken as not filled in; add the rated capacity.`,
  'capacity-unlikely': (p) => `${cell(p)} is implausibly large; check that the unit is t/h.`,
  'group-row-read': (p) => `${cell(p)} is read as ${p.count} units of ${p.size} each; if that is wrong, write the count and the capacity in two columns.`,
  'word-unreadable': (p) => `${cell(p)} is not understood and counts as unknown; use a standard word or leave it blank.`,
  'fuel-from-kind': (p) => `No fuel is given; because of ${cell(p)} it is read as “${p.fuel}”. Fill in the fuel if that is wrong.`,
  'fuel-mixed': (p) => `${cell(p)} is several fuels (${p.fuels}) and counts as unknown; find out which one decides.`,
  'duplicate-id': (p) => `The id “${p.value}” occurs more than once (rows ${p.rows}); check whether one facility is entered twice.`,
  'unknown-county': (p) => `${cell(p)} is not a loaded county; write its full name or give the division code.`,
  'county-partly-known': (p) => `Of ${cell(p)} only “${p.known}” is known, and no county in it; check it or give the division code.`,
  'position-outside-county': (p) => `The position lies in “${p.found}”, against ${cell(p)}; check the position and the county.`,
  'division-code-unreadable': (p) => `${cell(p)} is not a six-digit division code; the county's name is used. Correct it.`,
  'division-code-disagrees': (p) => `${cell(p)} contradicts the county “${p.county}”; the code counts. Check which is right.`,
  'credit-code-damaged': (p) => `${cell(p)} was turned into a power of ten by a spreadsheet and counts as unknown; enter it again as text.`,

  'geometry-missing': (p) => `${feature(p)} has no geometry; ${NOT_USED}. Add the boundary and export again.`,
  'geometry-not-an-area': (p) => `${feature(p)} is a “${p.found}” and no area; ${NOT_USED}. Give a polygon.`,
  'geometry-malformed': (p) => `${feature(p)}: the coordinates are malformed; ${NOT_USED}. Export the polygon again.`,
  'ring-not-closed': (p) => `${ring(p)} is not closed (its first and last positions differ); ${NOT_USED}. Let the last position repeat the first.`,
  'ring-too-short': (p) => `${ring(p)} has only ${p.positions} positions (an area needs 4); ${NOT_USED}. Complete the boundary.`,
  'ring-out-of-range': (p) => `${ring(p)} has the position (${p.lng}, ${p.lat}) out of range; ${NOT_USED}. Use WGS84 degrees, longitude first.`,
  'ring-crosses-antimeridian': (p) => `${ring(p)} crosses the 180° meridian; ${NOT_USED}. Cut it into two polygons there.`,
  'ring-without-area': (p) => `${ring(p)} encloses no area; ${NOT_USED}. Correct the boundary.`,
  'ring-crosses-itself': (p) => `${ring(p)} crosses itself at (${p.lng}, ${p.lat}); ${NOT_USED}. Correct the boundary.`,
  'ring-touches-itself': (p) => `${ring(p)} touches itself at (${p.lng}, ${p.lat}), so its inside is not certain; ${NOT_USED}. Cut it into two rings there.`,
  'rings-cross': (p) => `${ring(p)} crosses ring ${p.otherRing} at (${p.lng}, ${p.lat}); ${NOT_USED}. Correct the boundary.`,
  'hole-outside-outer': (p) => `${ring(p)} is a hole, but its vertex (${p.lng}, ${p.lat}) lies outside the outer ring; ${NOT_USED}. Correct the boundary.`,
  'hole-inside-hole': (p) => `${ring(p)} is a hole within the hole of ring ${p.otherRing}; ${NOT_USED}. Make the island a polygon of its own.`,
  'line-too-short': (p) => `${line(p)} has only ${p.positions} positions and is no line (at least 2); ${NOT_USED_SITE}. Complete it.`,
  'line-out-of-range': (p) => `${line(p)} has a position (${p.lng}, ${p.lat}) beyond longitude and latitude; ${NOT_USED_SITE}. Use WGS84 degrees, longitude first.`,
  'line-crosses-antimeridian': (p) => `${line(p)} crosses the 180° meridian; ${NOT_USED_SITE}. Cut it in two there.`,
  'zone-kind-unknown': (p) =>
    `${feature(p)}: the kind “${p.value}” is unknown; ${NOT_USED}. Write coalBan, noBurn, builtUp, heatNetwork, keyControl, planning, development or machineryControl.`,
  'zone-kind-missing': (p) => `${feature(p)} names no kind; ${NOT_USED}. Add kind (such as coalBan or noBurn).`,
  'zone-date-unreadable': (p) => `${feature(p)}: ${cell(p)} is not a date; ${NOT_USED}. Write 2024-10-01, or leave it blank for no limit.`,
  'zone-dates-reversed': (p) => `${feature(p)} ends before it begins (${p.from} to ${p.until}); ${NOT_USED}. Correct the dates.`,
  'zone-accuracy-unreadable': (p) => `${feature(p)}: ${cell(p)} is not a boundary error; ${NOT_USED}. Write metres of at least 0, or leave it blank.`,
};
