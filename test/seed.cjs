/**
 * What every test needs before it starts: the domain's tables as modules, and a seed.
 *
 * The seed of every generated test, so that a run says the same as the run before it: what fails was broken by a
 * change. `SEED=random npm test` (or a number) tries others; a failure prints the seed that found it.
 */
require('../server/tables/register.cjs');
const fc = require('fast-check');

const { SEED = '20261124' } = process.env;
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });
