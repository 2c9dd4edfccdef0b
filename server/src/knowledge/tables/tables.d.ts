/** A table as the build makes it (`server/tables/compile.ts`); `rowsOf` reads it. */
declare module '*.tsv' {
  const compiled: string;
  export = compiled;
}
