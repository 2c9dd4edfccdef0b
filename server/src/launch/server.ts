/** dist/server.js: starts the language server. */
import { launch } from './launch';

launch(__dirname, 'languageServer.js', require);
