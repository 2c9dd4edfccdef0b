import type { Connection } from 'vscode-languageserver';
import type { Client } from './client';
import type { Core } from './core';
import type { OpenDocument } from './documents';
import { statusNotification } from './protocol';
import type { StatusParams } from './protocol';
import type { Settings } from './settings';

export interface Status {
  /** Tells the client of a document, if there is anything new to tell. */
  tell(document: OpenDocument, core: Core, settings: Settings, served: boolean): void;
  close(uri: string): void;
}

/** Tells a client that wants to know which documents are served, and by which profile. */
export function createStatus(connection: Pick<Connection, 'sendNotification'>, client: Client): Status {
  const told = new Map<string, string>();
  return {
    tell: (document, { service }, settings, served) => {
      if (!client.wantsStatus) return;
      const { uri } = document;
      const profile = served ? service.profileOf(document.report(service), settings) : undefined;
      const params: StatusParams = profile
        ? { uri, served, profile: { id: profile.id, name: profile.name[settings.locale] } }
        : { uri, served };
      const words = JSON.stringify(params);
      if (told.get(uri) === words) return;
      told.set(uri, words);
      void connection.sendNotification(statusNotification, params);
    },
    close: (uri) => {
      told.delete(uri);
    },
  };
}
