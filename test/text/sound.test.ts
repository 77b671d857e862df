import { describe, expect, it } from "vitest";
import { plainSpelling, soundOf, soundsOf } from "../../src/text/sound.js";

describe("sounds of names in Latin letters", () => {
	it.each([
		["seongmin", "sungmin"],
		["minjoon", "minjun"],
		["youssef", "yusef"],
		["geeta", "gita"],
		["soekarno", "sukarno"],
		["boonma", "bunma"],
		["wichai", "vichai"],
		["satoh", "sato"],
		["hassan", "hasan"],
	])("%s sounds like %s", (one, other) => {
		expect(soundOf(one)).toBe(soundOf(other));
	});

	it.each([
		["ben", "pen"],
		["carla", "carlo"],
		["hana", "ana"],
		["kim", "gim"],
	])("%s does not sound like %s", (one, other) => {
		expect(soundOf(one)).not.toBe(soundOf(other));
	});

	it("knows where in the text each sound begins, and where the last one ends", () => {
		const { text, at } = soundsOf("boonma");
		expect(text).toBe("bunma");
		expect(at).toEqual([0, 1, 3, 4, 5, 6]);
	});

	it("spells plainly what may be spelt otherwise", () => {
		expect(plainSpelling("soedjono")).toBe("sujono");
		expect(plainSpelling("smith")).toBe("smith");
	});
});
