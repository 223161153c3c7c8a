/** `npm run bench -- assessment …` measures the whole way from file to file, `… page` the page's thread, `npm run bench -- …` the kernels beside other tools. */
import process from 'node:process';

const [, , first] = process.argv;
if (first === 'page') {
  process.argv.splice(2, 1);
  await import('./page.ts');
} else if (first === 'assessment') {
  process.argv.splice(2, 1);
  await import('./assessment.ts');
} else await import('./bench.ts');
