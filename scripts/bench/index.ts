/** `npm run bench -- assessment …` measures the whole way from file to file, `npm run bench -- …` the kernels beside other tools. */
const [, , first] = process.argv;
if (first === 'assessment') {
  process.argv.splice(2, 1);
  await import('./assessment.ts');
} else await import('./bench.ts');
