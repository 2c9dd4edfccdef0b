/** Names of bodies: 洗錢防制辦公室, 亞太防制洗錢組織. What stands inside one is part of a name, whatever it means elsewhere. */
import { anyOf } from '../../knowledge/phrases';

/** What names of bodies end with, besides the words of the table. 會 ends a body, but not in 會議 and 會員. */
const ending = `(?:${anyOf('ends-body-name')}|${anyOf('ends-full-name')}|辦公室|工作組|聯合會|網絡|處(?![理置於罰分境])|司(?!法|機)|所(?![需有得以在採做提用謂屬])|隊|(?<!研討|座談|說明|展覽|博覽|發表|記者|公聽|審查|檢討|協調|交流|觀摩|籌備|[年大餐晚宴酒茶])會(?![議員中後前場期計同商晤談面時館報影]))`;
/** A name that goes on: no mark, no word that ends a name. */
const rest = new RegExp(`^[\\u3400-\\u9fff]{0,10}?${ending}`);
/** What parts the words before it from those behind it, so that they are no one name. */
const parting = /[之的及與和或由於為將已並以等在就是者有經向把被]|會議|工作(?!小?組)/;

/** Whether `[.., end)` of `words` goes on as the name of a body: 洗錢防制 in 洗錢防制辦公室. */
export function isInBodyName(words: string, end: number): boolean {
  const name = rest.exec(words.slice(end, end + 14))?.[0];
  return name !== undefined && !parting.test(name);
}
