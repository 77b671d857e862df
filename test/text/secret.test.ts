import { expect, it } from "vitest";
import { withoutSecrets } from "../../src/text/secret.js";

// biome-ignore format: one case a line
it.each([
	["a card in groups", "My card 4111 1111 1111 1111 was charged", "My card [card number removed] was charged"],
	["a card in one run", "4111111111111111", "[card number removed]"],
	["with hyphens", "5500-0000-0000-0004.", "[card number removed]."],
	["the last digits of a card", "the Visa ending in 4242, please", "the Visa ending in [digits removed], please"],
	["the last four of a card", "card, last four digits: 4242", "card, last four digits: [digits removed]"],
	["a social security number", "SSN 078-05-1120", "SSN [number removed]"],
	["not what has no check digit", "parcel 4111 1111 1111 1112", "parcel 4111 1111 1111 1112"],
	["not a telephone number", "+1 617 555 0142", "+1 617 555 0142"],
	["not a ticket", "ticket T-88213 of 2026-11-20", "ticket T-88213 of 2026-11-20"],
	["not nought", "0000 0000 0000 0000", "0000 0000 0000 0000"],
])("%s", (_, text, expected) => expect(withoutSecrets(text)).toBe(expected));
