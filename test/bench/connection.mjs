/** A server to be timed, and the way to speak with it. */
import { spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';

/**
 * Starts a language server. Whoever has named what it listens to calls `listen`.
 * @param {readonly string[]} command @param {NodeJS.ProcessEnv} [env] added to the environment
 */
export function startServer(command, env = {}) {
  const server = spawn(command[0], command.slice(1), {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  server.stderr.resume();
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  return { server, connection };
}
