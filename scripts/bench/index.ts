/** `npm run bench -- assessment …` measures the whole way from file to file, `-- drag` one vertex under the pointer, `npm run bench -- …` the kernels beside other tools. */
import process from 'node:process';

const [, , first] = process.argv;
if (first === 'assessment') {
  process.argv.splice(2, 1);
  await import('./assessment.ts');
} else if (first === 'drag') {
  process.argv.splice(2, 1);
  await import('./drag.ts');
} else await import('./bench.ts');
