/**
 * What people write although it should be kept nowhere: numbers of payment cards and of government ids. Only what is
 * certain by its form is taken out; nothing here recognises a card by its last four digits alone.
 */

/** 13 to 19 digits, alone or in groups; digits and separators are disjoint, so matching is linear. */
const digitRun = /(?<![\d\p{L}])\d(?:[ -]?\d){12,18}(?![\d\p{L}])/gu;
/** "card ending in 4242", "Visa ... last four digits 4242". */
const cardEnding =
	/\b((?:card|visa|mastercard|amex|cc)\b[^\d\n]{0,40}?(?:ending|ends|last (?:4|four)(?: digits)?|last digits)[^\d\n]{0,20})\d{2,4}(?!\d)/gi;
/** Social security numbers of the United States, in the way they are written. */
const socialSecurity = /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g;

/** Fields in which numbers of cards and government ids, dates of birth and passwords are kept, however they are spaced. */
const secretNames =
	/(?:card|cc|pan)(?:number|no|num|digits|last4|lastfour)|cardnumber|creditcard|cvv|cvc|iban|ssn|socialsecurity|nationalid|passport|driverslicen[cs]e|taxid|taxnumber|nino|birth|dob$|password|passcode|pincode|secret|onetimecode/;

/** Whether a field by its name holds what is shown to nobody. */
export function isSecretName(name: string): boolean {
	return secretNames.test(name.toLowerCase().replace(/[^a-z0-9]/g, ""));
}

/** The check digit that all payment cards have (ISO/IEC 7812). */
function isCard(digits: string): boolean {
	let sum = 0;
	for (let i = 0; i < digits.length; i++) {
		const digit = Number(digits[digits.length - 1 - i]) * (i % 2 === 0 ? 1 : 2);
		sum += digit > 9 ? digit - 9 : digit;
	}
	return sum % 10 === 0 && !/^(\d)\1*$/.test(digits);
}

/** The text with card numbers, the last digits of cards and social security numbers taken out. */
export function withoutSecrets(text: string): string {
	return text
		.replace(digitRun, (run) => (isCard(run.replace(/\D/g, "")) ? "[card number removed]" : run))
		.replace(cardEnding, "$1[digits removed]")
		.replace(socialSecurity, "[number removed]");
}
