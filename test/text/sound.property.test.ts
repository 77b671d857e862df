import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maySound, soundOf, soundsOf } from "../../src/text/sound.js";

describe("what a name cannot sound like", () => {
	const written = fc.string({ unit: fc.constantFrom(..."aeiouyhckptgbdjwvqfszmnlr-"), minLength: 1, maxLength: 9 });

	it("is none of the sounds of a text", () => {
		let heard = 0;
		fc.assert(
			fc.property(written, fc.tuple(written, written), fc.boolean(), (name, [before, behind], inside) => {
				const text = inside ? before + name + behind : before + behind;
				const sounds = soundsOf(text);
				if (!sounds.text.includes(soundOf(name)) || soundOf(name).length < 2) return;
				// A name inside another's sounds may begin with a silent letter or a pair of the text: those are not looked for.
				if ((sounds.initials & (1 << (name.charCodeAt(0) & 31))) === 0) return;
				heard++;
				expect(maySound(name, sounds)).toBe(true);
			}),
			{ numRuns: 3000 },
		);
		expect(heard).toBeGreaterThan(300);
	});

	it.each([
		["yousef", "yusufali", true],
		["mackie", "makibaker", true],
		["phelan", "felanmoore", true],
		["djoko", "jokosusilo", true],
		["garcia", "yusufali", false],
		["tomlin", "tominaga", false],
	])("%s and %s", (name, text, may) => {
		expect(maySound(name, soundsOf(text))).toBe(may);
	});
});
