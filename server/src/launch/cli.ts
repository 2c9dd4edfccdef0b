/** dist/cli.js: starts the command line. */
import { launch } from './launch';

launch(__dirname, 'commandLine.js', require);
