import { type Rules, rulesOf, spellBy } from "./rules.js";

/** Armenian: eastern pronunciation, simplified BGN/PCGN as in passports. */
const armenian =
	"ա:a բ:b գ:g դ:d ե:e ^ե:ye|e զ:z է:e ը:y|e թ:t ժ:zh|j ի:i լ:l խ:kh|x|h ծ:ts|c կ:k հ:h ձ:dz|z ղ:gh|g ճ:ch|tch մ:m յ:y|j " +
	"ն:n շ:sh ո:o ^ո:vo|o չ:ch պ:p ջ:j ռ:r ս:s վ:v տ:t ր:r ց:ts|c ւ:v ու:u|ou փ:p|ph ք:k|q օ:o ֆ:f եւ:ev և:ev եա:ia|ya " +
	"իա:ia|ya յա:ya|ia|ja";
/** Georgian: the national system of 2002, without apostrophes. The -i of a name is the ending of the subject. */
const georgian =
	"ა:a ბ:b გ:g დ:d ე:e ვ:v ზ:z თ:t ი:i ი$:i| კ:k ლ:l მ:m ნ:n ო:o პ:p ჟ:zh|j რ:r ს:s ტ:t უ:u ფ:p|f|ph ქ:k|q ღ:gh|g ყ:q|k|y " +
	"შ:sh ჩ:ch ც:ts|c ძ:dz|z წ:ts|tz|c ჭ:ch|tch ხ:kh|x|h ჯ:j ჰ:h აია:aia|aya";

let rules: Rules | undefined;
export function spellCaucasian(word: string): string[] {
	rules ??= rulesOf(`${armenian} ${georgian}`);
	return spellBy(rules, word);
}
