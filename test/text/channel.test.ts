import { describe, expect, it } from "vitest";
import { channelsMentioned } from "../../src/text/channel.js";

describe("channelsMentioned", () => {
	it.each([
		["Just called @acme for the third time", ["call"]],
		["40 minutes on hold. Forty.", ["call"]],
		["Habe heute angerufen, nur Warteschleife", ["call"]],
		["Llamé y nadie contesta", ["call"]],
		["Emailed you yesterday, no reply", ["email"]],
		["Your live chat is useless", ["chat"]],
		["Opened a ticket weeks ago", ["ticket"]],
		["J'ai commandé lundi", ["order"]],
		["Your 800 line is a joke", ["call"]],
		["As I said on the phone this morning", ["call"]],
		["Wie ich heute am Telefon sagte", ["call"]],
		["Je vous ai écrit hier", ["email"]],
		["What a sunny day", []],
	])("%s", (text, channels) => expect([...channelsMentioned(text)]).toEqual(channels));
});
