/**
 * What every test needs before it starts: the domain's tables as modules, and a seed.
 *
 * The seed of every generated test, so that a run says the same as the run before it: what fails was broken by a
 * change. `SEED=random npm test` (or a number) tries others; a failure prints the seed that found it.
 * `SHRINK=no` ends with the first failure, for those who only ask whether there is one.
 */
require('../server/tables/register.cjs');
const fc = require('fast-check');

const { SEED = '20261124', SHRINK } = process.env;
if (SHRINK === 'no') fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
if (SEED !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(SEED) });
