import base from './vitest.config.ts';
for (const p of base.test.projects) {
  p.test.setupFiles = ['/tmp/s8/cpu-setup.ts'];
  if (process.env.PROF)
    p.test.execArgv = [
      '--cpu-prof',
      '--cpu-prof-dir=' + process.env.PROF,
      '--cpu-prof-interval=2000',
    ];
}
export default base;
