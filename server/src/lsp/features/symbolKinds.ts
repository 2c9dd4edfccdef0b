/** What a heading and an item of a report are called, which lists show as an icon and a screen reader says. */
import { SymbolKind } from '../server/library';

/** As VS Code's Markdown has it: a report has neither modules nor namespaces. */
export const headingKind = SymbolKind.String;
/** One of several that are counted: 「列舉成員」, "enumeration member". */
export const itemKind = SymbolKind.EnumMember;
