/** `npm run bench -- assessment …` measures the whole way from file to file, `… page` the page's thread, `… drag` one vertex under the pointer, `… import` a ledger on its way into the page, `npm run bench -- …` the kernels beside other tools. */
import process from 'node:process';

const [, , first] = process.argv;
if (first === 'page') {
  process.argv.splice(2, 1);
  await import('./page.ts');
} else if (first === 'assessment') {
  process.argv.splice(2, 1);
  await import('./assessment.ts');
} else if (first === 'drag') {
  process.argv.splice(2, 1);
  await import('./drag.ts');
} else if (first === 'import') {
  process.argv.splice(2, 1);
  await import('./import-bench.ts');
} else await import('./bench.ts');
