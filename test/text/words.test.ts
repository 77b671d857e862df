import { describe, expect, it } from "vitest";
import { contentWords, tellingWords } from "../../src/text/words.js";

describe("contentWords", () => {
	it.each<[string, string[]]>([
		["The upgrade disc for my Zephyr was never sent", ["upgrade", "disc", "zephyr", "never", "sent"]],
		["Ich habe gestern die Lieferung nicht bekommen", ["lieferung", "bekommen"]],
		["L'ordinateur n'est pas arrivé hier", ["ordinateur", "arrive"]],
		["¿Dónde está mi paquete?", ["paquete"]],
		["O pedido não chegou ainda", ["pedido", "chegou"]],
		["ZT900 zt900 900", ["zt900"]],
		["write to todd@example.com or https://shop.example/cart", ["write"]],
		["", []],
	])("%s", (text, expected) => expect(contentWords(text)).toEqual(expected));
});

describe("tellingWords", () => {
	it("puts model numbers first, then names inside sentences, then long words", () => {
		expect(tellingWords("My new Zephyr ZT900 arrived with a broken upgrade disc", 10)).toEqual([
			{ word: "zt900", named: true },
			{ word: "zephyr", named: true },
			{ word: "arrived", named: false },
			{ word: "upgrade", named: false },
		]);
	});

	it("takes no more than it is asked for", () => {
		const words = tellingWords("arrived upgrade refunded delivery", 2).map(({ word }) => word);
		expect(words).toEqual(["delivery", "refunded"]);
	});
});
